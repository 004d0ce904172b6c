-- Table 订单 $$ table with 2 hash partitions
CREATE SCHEMA IF NOT EXISTS "My ""schema""";
CREATE TABLE "My ""schema"""."订单 $$ table" (
  "Select" bigint,
  "it's $body1$" text
  -- your other columns here
) PARTITION BY HASH ("Select", "it's $body1$");

CREATE TABLE "My ""schema"""."select" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE "My ""schema"""."Заказы 1" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- Step 1 of 5: create 订单 $$ table_new with 3 partitions
-- not taken over: identity, foreign keys, triggers, policies, privileges
SET lock_timeout = '1s';

BEGIN;
CREATE TABLE "My ""schema"""."订单 $$ table_new" (
  LIKE "My ""schema"""."订单 $$ table"
  INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING INDEXES
) PARTITION BY HASH ("Select", "it's $body1$");

CREATE TABLE "My ""schema""".select_new PARTITION OF "My ""schema"""."订单 $$ table_new"
  FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE "My ""schema"""."Заказы 1_new" PARTITION OF "My ""schema"""."订单 $$ table_new"
  FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE "My ""schema"""."orders of 名前" PARTITION OF "My ""schema"""."订单 $$ table_new"
  FOR VALUES WITH (MODULUS 3, REMAINDER 2);
COMMIT;

-- Step 2 of 5: copy select into 订单 $$ table_new
-- from here to the swap, writes to 订单 $$ table must be stopped, or replayed before the swap:
-- PostgreSQL does nothing for that
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO "My ""schema"""."订单 $$ table_new" SELECT * FROM "My ""schema"""."select" RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM "My ""schema"""."select");
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 3 of 5: copy Заказы 1 into 订单 $$ table_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO "My ""schema"""."订单 $$ table_new" SELECT * FROM "My ""schema"""."Заказы 1" RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM "My ""schema"""."Заказы 1");
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 4 of 5: swap 订单 $$ table and 订单 $$ table_new
SET lock_timeout = '1s';

BEGIN;
LOCK TABLE "My ""schema"""."订单 $$ table", "My ""schema"""."订单 $$ table_new" IN ACCESS EXCLUSIVE MODE;

-- refuse to commit if a single row is missing
DO $body1$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM "My ""schema"""."订单 $$ table");
  actual_rows bigint := (SELECT count(*) FROM "My ""schema"""."订单 $$ table_new");
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $body1$;

ALTER TABLE "My ""schema"""."订单 $$ table" RENAME TO "订单 $$ table_old";
ALTER TABLE "My ""schema"""."订单 $$ table_new" RENAME TO "订单 $$ table";
COMMIT;

-- Step 5 of 5: drop 订单 $$ table_old
SET lock_timeout = '1s';

BEGIN;
DROP TABLE "My ""schema"""."订单 $$ table_old";

ALTER TABLE "My ""schema""".select_new RENAME TO "select";
ALTER TABLE "My ""schema"""."Заказы 1_new" RENAME TO "Заказы 1";
COMMIT;
