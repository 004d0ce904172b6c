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

-- Step 1 of 8: split orders_8_0 into orders_16_0, orders_16_8
-- reads 12 644 rows, writes 6 205 elsewhere
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE orders DETACH PARTITION orders_8_0;
ALTER TABLE orders_8_0 RENAME TO orders_16_0;

-- count before rows move; the setting ends with this transaction
SELECT set_config('shardscope.expected_rows', count(*)::text, true) FROM orders_16_0;

CREATE TABLE orders_16_8 PARTITION OF orders
  FOR VALUES WITH (MODULUS 16, REMAINDER 8);

WITH gone AS (
  DELETE FROM orders_16_0
  WHERE NOT satisfies_hash_partition('orders'::regclass, 16, 0, order_id)
  RETURNING *
)
INSERT INTO orders SELECT * FROM gone;

ALTER TABLE orders ATTACH PARTITION orders_16_0
  FOR VALUES WITH (MODULUS 16, REMAINDER 0);

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := current_setting('shardscope.expected_rows')::bigint;
  actual_rows bigint := (SELECT count(*) FROM orders_16_0)
                      + (SELECT count(*) FROM orders_16_8);
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

-- Step 2 of 8: split orders_8_1 into orders_16_1, orders_16_9
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE orders DETACH PARTITION orders_8_1;
ALTER TABLE orders_8_1 RENAME TO orders_16_1;

-- count before rows move; the setting ends with this transaction
SELECT set_config('shardscope.expected_rows', count(*)::text, true) FROM orders_16_1;

CREATE TABLE orders_16_9 PARTITION OF orders
  FOR VALUES WITH (MODULUS 16, REMAINDER 9);

WITH gone AS (
  DELETE FROM orders_16_1
  WHERE NOT satisfies_hash_partition('orders'::regclass, 16, 1, order_id)
  RETURNING *
)
INSERT INTO orders SELECT * FROM gone;

ALTER TABLE orders ATTACH PARTITION orders_16_1
  FOR VALUES WITH (MODULUS 16, REMAINDER 1);

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := current_setting('shardscope.expected_rows')::bigint;
  actual_rows bigint := (SELECT count(*) FROM orders_16_1)
                      + (SELECT count(*) FROM orders_16_9);
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;
