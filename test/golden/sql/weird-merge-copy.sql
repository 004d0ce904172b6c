-- Table 订单 $$ table with 4 hash partitions
CREATE SCHEMA IF NOT EXISTS "My ""schema""";
CREATE TABLE "My ""schema"""."订单 $$ table" (
  "Select" bigint,
  "it's $body1$" text
  -- your other columns here
) PARTITION BY HASH ("Select", "it's $body1$");

CREATE TABLE "My ""schema"""."a$$b" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE "My ""schema"""."Заказы 1" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE "My ""schema"""."with ""quotes"" and \" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE "My ""schema"""."🐘's
second line" PARTITION OF "My ""schema"""."订单 $$ table" FOR VALUES WITH (MODULUS 4, REMAINDER 3);

-- Step 1 of 2: merge a$$b, with "quotes" and \ into select
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE "My ""schema"""."订单 $$ table" DETACH PARTITION "My ""schema"""."a$$b";
ALTER TABLE "My ""schema"""."订单 $$ table" DETACH PARTITION "My ""schema"""."with ""quotes"" and \";

CREATE TABLE "My ""schema"""."select" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 2, REMAINDER 0);

INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM "My ""schema"""."a$$b";
INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM "My ""schema"""."with ""quotes"" and \";

-- refuse to commit if a single row is missing
DO $body1$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM "My ""schema"""."a$$b")
                        + (SELECT count(*) FROM "My ""schema"""."with ""quotes"" and \");
  actual_rows bigint := (SELECT count(*) FROM "My ""schema"""."select");
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $body1$;

-- this name exists only once committed, so the DROP can't hit a partition in use
ALTER TABLE "My ""schema"""."a$$b" RENAME TO "a$$b_old";
ALTER TABLE "My ""schema"""."with ""quotes"" and \" RENAME TO "with ""quotes"" and \_old";
COMMIT;

DROP TABLE "My ""schema"""."a$$b_old";
DROP TABLE "My ""schema"""."with ""quotes"" and \_old";

-- Step 2 of 2: merge Заказы 1, 🐘's second line into Заказы 1
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE "My ""schema"""."订单 $$ table" DETACH PARTITION "My ""schema"""."Заказы 1";
ALTER TABLE "My ""schema"""."订单 $$ table" DETACH PARTITION "My ""schema"""."🐘's
second line";
ALTER TABLE "My ""schema"""."Заказы 1" RENAME TO "Заказы 1_old";
ALTER TABLE "My ""schema"""."🐘's
second line" RENAME TO "🐘's
second line_old";

CREATE TABLE "My ""schema"""."Заказы 1" PARTITION OF "My ""schema"""."订单 $$ table"
  FOR VALUES WITH (MODULUS 2, REMAINDER 1);

INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM "My ""schema"""."Заказы 1_old";
INSERT INTO "My ""schema"""."订单 $$ table" SELECT * FROM "My ""schema"""."🐘's
second line_old";

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM "My ""schema"""."Заказы 1_old")
                        + (SELECT count(*) FROM "My ""schema"""."🐘's
second line_old");
  actual_rows bigint := (SELECT count(*) FROM "My ""schema"""."Заказы 1");
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

DROP TABLE "My ""schema"""."Заказы 1_old";
DROP TABLE "My ""schema"""."🐘's
second line_old";
