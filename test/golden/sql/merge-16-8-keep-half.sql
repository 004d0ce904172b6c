-- Table orders with 16 hash partitions
CREATE TABLE orders (
  order_id bigint
  -- your other columns here
) PARTITION BY HASH (order_id);

CREATE TABLE orders_16_0 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 0);
CREATE TABLE orders_16_1 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 1);
CREATE TABLE orders_16_2 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 2);
CREATE TABLE orders_16_3 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 3);
CREATE TABLE orders_16_4 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 4);
CREATE TABLE orders_16_5 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 5);
CREATE TABLE orders_16_6 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 6);
CREATE TABLE orders_16_7 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 7);
CREATE TABLE orders_16_8 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 8);
CREATE TABLE orders_16_9 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 9);
CREATE TABLE orders_16_10 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 10);
CREATE TABLE orders_16_11 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 11);
CREATE TABLE orders_16_12 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 12);
CREATE TABLE orders_16_13 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 13);
CREATE TABLE orders_16_14 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 14);
CREATE TABLE orders_16_15 PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER 15);

-- Step 1 of 8: merge orders_16_0, orders_16_8 into orders_8_0
SET lock_timeout = '1s';

BEGIN;
ALTER TABLE orders DETACH PARTITION orders_16_0;
ALTER TABLE orders DETACH PARTITION orders_16_8;
ALTER TABLE orders_16_8 RENAME TO orders_16_8_old;
ALTER TABLE orders_16_0 RENAME TO orders_8_0;

-- count before rows move; the setting ends with this transaction
SELECT set_config('shardscope.expected_rows', (
  (SELECT count(*) FROM orders_8_0)
  + (SELECT count(*) FROM orders_16_8_old)
)::text, true);

ALTER TABLE orders ATTACH PARTITION orders_8_0
  FOR VALUES WITH (MODULUS 8, REMAINDER 0);

INSERT INTO orders SELECT * FROM orders_16_8_old;

-- refuse to commit if a single row is missing
DO $$
DECLARE
  expected_rows bigint := current_setting('shardscope.expected_rows')::bigint;
  actual_rows bigint := (SELECT count(*) FROM orders_8_0);
BEGIN
  IF actual_rows IS DISTINCT FROM expected_rows THEN
    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows
      USING ERRCODE = 'assert_failure';
  END IF;
END $$;
COMMIT;

DROP TABLE orders_16_8_old;
