-- Table orders with 8 hash partitions
CREATE TABLE orders (
  order_id bigint
  -- your other columns here
) PARTITION BY HASH (order_id);

CREATE TABLE orders_8_0 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE orders_8_1 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE orders_8_2 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE orders_8_3 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE orders_8_4 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE orders_8_5 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE orders_8_6 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE orders_8_7 PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- Step 1 of 11: create orders_new with 12 partitions
-- not taken over: identity, foreign keys, triggers, policies, privileges
SET lock_timeout = '1s';

BEGIN;
CREATE TABLE orders_new (
  LIKE orders
  INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING INDEXES
) PARTITION BY HASH (order_id);

CREATE TABLE orders_12_0 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 0);
CREATE TABLE orders_12_1 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 1);
CREATE TABLE orders_12_2 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 2);
CREATE TABLE orders_12_3 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 3);
CREATE TABLE orders_12_4 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 4);
CREATE TABLE orders_12_5 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 5);
CREATE TABLE orders_12_6 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 6);
CREATE TABLE orders_12_7 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 7);
CREATE TABLE orders_12_8 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 8);
CREATE TABLE orders_12_9 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 9);
CREATE TABLE orders_12_10 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 10);
CREATE TABLE orders_12_11 PARTITION OF orders_new
  FOR VALUES WITH (MODULUS 12, REMAINDER 11);
COMMIT;

-- Step 2 of 11: copy orders_8_0 into orders_new
-- from here to the swap, writes to orders must be stopped, or replayed before the swap:
-- PostgreSQL does nothing for that
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_0 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_0);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 3 of 11: copy orders_8_1 into orders_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_1 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_1);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 4 of 11: copy orders_8_2 into orders_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_2 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_2);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 5 of 11: copy orders_8_3 into orders_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_3 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_3);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 6 of 11: copy orders_8_4 into orders_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_4 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_4);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 7 of 11: copy orders_8_5 into orders_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_5 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_5);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 8 of 11: copy orders_8_6 into orders_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_6 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_6);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 9 of 11: copy orders_8_7 into orders_new
SET lock_timeout = '1s';

BEGIN;
WITH copied AS (
  INSERT INTO orders_new SELECT * FROM orders_8_7 RETURNING 1
)
SELECT set_config('shardscope.copied_rows', count(*)::text, true) FROM copied;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders_8_7);
  actual_rows bigint := current_setting('shardscope.copied_rows')::bigint;
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 10 of 11: swap orders and orders_new
SET lock_timeout = '1s';

BEGIN;
LOCK TABLE orders, orders_new IN ACCESS EXCLUSIVE MODE;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := (SELECT count(*) FROM orders);
  actual_rows bigint := (SELECT count(*) FROM orders_new);
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;

ALTER TABLE orders RENAME TO orders_old;
ALTER TABLE orders_new RENAME TO orders;
COMMIT;

-- Step 11 of 11: drop orders_old
SET lock_timeout = '1s';

BEGIN;
DROP TABLE orders_old;
COMMIT;
