import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { scenarioSchema } from '../../src/store/scenarioSchema.ts';

/** A file is a scenario with the format in front; it may name the schema that editors check it by. */
const fileSchema = v.object({
  $schema: v.exactOptional(v.string()),
  format: v.literal('shardscope'),
  ...scenarioSchema.entries,
});

/** What JSON Schema can't say: names of types and schemes; and that numbers are finite, which all of JSON's are. */
const ignoreActions = ['check', 'finite'];

it('is published as JSON Schema: `npx vitest run test/store/scenarioSchema.test.ts -u` writes it anew', async () => {
  const schema = { $schema: '', title: 'Shardscope scenario', ...toJsonSchema(fileSchema, { ignoreActions }) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../public/scenario.schema.json');
});

it('has every field that a saved file has', () => {
  const saved = JSON.parse(serialiseScenario(defaultScenario)) as object;
  expect(Object.keys(saved).toSorted()).toEqual(
    Object.keys(fileSchema.entries)
      .filter((key) => key !== '$schema')
      .toSorted(),
  );
});
