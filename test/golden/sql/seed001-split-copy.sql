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

CREATE TABLE c4_0 PARTITION OF c
  FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE c4_2 PARTITION OF c
  FOR VALUES WITH (MODULUS 4, REMAINDER 2);

INSERT INTO c SELECT * FROM c2_0;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM c2_0);
  actual_rows bigint := (SELECT count(*) FROM c4_0)
                      + (SELECT count(*) FROM c4_2);
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;

-- this name exists only once committed, so the DROP can't hit a partition in use
ALTER TABLE c2_0 RENAME TO c2_0_old;
COMMIT;

DROP TABLE c2_0_old;
