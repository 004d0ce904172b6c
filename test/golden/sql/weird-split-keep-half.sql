-- Table 订单 $$ table with 2 hash partitions
CREATE SCHEMA IF NOT EXISTS "My ""schema""";
CREATE TABLE "My ""schema"""."订单 $$ table" (
  "Select" bigint,
  "it's $body1$" text
  -- your other columns here
) PARTITION BY HASH ("Select", "it's $body1$");

CREATE TABLE "My ""schema"""."select" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE "My ""schema"""."Заказы 1" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- Step 1 of 2: split select into a$$b, with "quotes" and \
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE "My ""schema"""."订单 $$ table" DETACH PARTITION "My ""schema"""."select";
ALTER TABLE "My ""schema"""."select" RENAME TO "a$$b";

-- count before rows move; the setting ends with this transaction
SELECT set_config('shardscope.expected_rows', count(*)::text, true) FROM "My ""schema"""."a$$b";

CREATE TABLE "My ""schema"""."with ""quotes"" and \" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 4, REMAINDER 2);

WITH gone AS (
  DELETE FROM "My ""schema"""."a$$b"
  WHERE NOT satisfies_hash_partition('"My ""schema"""."订单 $$ table"'::regclass, 4, 0, "Select", "it's $body1$")
  RETURNING *
)
INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM gone;

ALTER TABLE "My ""schema"""."订单 $$ table" ATTACH PARTITION "My ""schema"""."a$$b"
  FOR VALUES WITH (MODULUS 4, REMAINDER 0);

-- refuse to commit if a single row is missing
DO $body1$
DECLARE
  expected_rows bigint := current_setting('shardscope.expected_rows')::bigint;
  actual_rows bigint := (SELECT count(*) FROM "My ""schema"""."a$$b")
                      + (SELECT count(*) FROM "My ""schema"""."with ""quotes"" and \");
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $body1$;
COMMIT;

-- Step 2 of 2: split Заказы 1 into Заказы 1, 🐘's second line
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE "My ""schema"""."订单 $$ table" DETACH PARTITION "My ""schema"""."Заказы 1";

-- count before rows move; the setting ends with this transaction
SELECT set_config('shardscope.expected_rows', count(*)::text, true) FROM "My ""schema"""."Заказы 1";

CREATE TABLE "My ""schema"""."🐘's
second line" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 4, REMAINDER 3);

WITH gone AS (
  DELETE FROM "My ""schema"""."Заказы 1"
  WHERE NOT satisfies_hash_partition('"My ""schema"""."订单 $$ table"'::regclass, 4, 1, "Select", "it's $body1$")
  RETURNING *
)
INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM gone;

ALTER TABLE "My ""schema"""."订单 $$ table" ATTACH PARTITION "My ""schema"""."Заказы 1"
  FOR VALUES WITH (MODULUS 4, REMAINDER 1);

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := current_setting('shardscope.expected_rows')::bigint;
  actual_rows bigint := (SELECT count(*) FROM "My ""schema"""."Заказы 1")
                      + (SELECT count(*) FROM "My ""schema"""."🐘's
second line");
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;
