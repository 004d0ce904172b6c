-- Table c with 3 hash partitions
CREATE TABLE c (
  id integer
  -- your other columns here
) PARTITION BY HASH (id);

CREATE TABLE c2_0 PARTITION OF c FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE c4_1 PARTITION OF c FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE c4_3 PARTITION OF c FOR VALUES WITH (MODULUS 4, REMAINDER 3);

-- Step 1 of 1: split c2_0 into c4_0, c4_2
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE c DETACH PARTITION c2_0;
ALTER TABLE c2_0 RENAME TO c4_0;

-- count before rows move; the setting ends with this transaction
SELECT set_config('shardscope.expected_rows', count(*)::text, true) FROM c4_0;

CREATE TABLE c4_2 PARTITION OF c
  FOR VALUES WITH (MODULUS 4, REMAINDER 2);

WITH gone AS (
  DELETE FROM c4_0
  WHERE NOT satisfies_hash_partition('c'::regclass, 4, 0, id)
  RETURNING *
)
INSERT INTO c SELECT * FROM gone;

ALTER TABLE c ATTACH PARTITION c4_0
  FOR VALUES WITH (MODULUS 4, REMAINDER 0);

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := current_setting('shardscope.expected_rows')::bigint;
  actual_rows bigint := (SELECT count(*) FROM c4_0)
                      + (SELECT count(*) FROM c4_2);
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;
