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

CREATE TABLE "My ""schema"""."a$$b" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE "My ""schema"""."with ""quotes"" and \" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 4, REMAINDER 2);

INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM "My ""schema"""."select";

-- refuse to commit if a single row is missing
DO $body1$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM "My ""schema"""."select");
  actual_rows bigint := (SELECT count(*) FROM "My ""schema"""."a$$b")
                      + (SELECT count(*) FROM "My ""schema"""."with ""quotes"" and \");
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $body1$;

-- this name exists only once committed, so the DROP can't hit a partition in use
ALTER TABLE "My ""schema"""."select" RENAME TO select_old;
COMMIT;

DROP TABLE "My ""schema""".select_old;

-- Step 2 of 2: split Заказы 1 into Заказы 1, 🐘's second line
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE "My ""schema"""."订单 $$ table" DETACH PARTITION "My ""schema"""."Заказы 1";
ALTER TABLE "My ""schema"""."Заказы 1" RENAME TO "Заказы 1_old";

CREATE TABLE "My ""schema"""."Заказы 1" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE "My ""schema"""."🐘's
second line" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 4, REMAINDER 3);

INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM "My ""schema"""."Заказы 1_old";

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM "My ""schema"""."Заказы 1_old");
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

DROP TABLE "My ""schema"""."Заказы 1_old";
