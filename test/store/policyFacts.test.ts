import { describe, expect, it } from 'vitest';
import { policyOf } from '../../src/app/build/policy.ts';
import { readPolicy } from '../../src/store/policyFacts.ts';

const told = (policy: string) => Object.fromEntries(readPolicy(policy).map(({ directive, from }) => [directive, from]));

describe('what a policy allows', () => {
  it('is told of the built page: nothing but its own address', () => {
    expect(told(policyOf())).toEqual({
      'connect-src': ['self'],
      'form-action': ['none'],
      'img-src': ['self', 'page'],
      'script-src': ['self', 'wasm'],
      'style-src': ['self', 'page'],
      'worker-src': ['self'],
      'default-src': ['none'],
    });
  });

  it('names every other address, and does not call a weak policy strict', () => {
    const weak = told("default-src 'self'; connect-src 'self' https://example.org wss:; img-src *");
    expect(weak['connect-src']).toEqual(['self', { address: 'https://example.org' }, { address: 'wss:' }]);
    expect(weak['img-src']).toEqual(['anywhere']);
    // default-src does not govern forms.
    expect(weak['form-action']).toEqual(['anywhere']);
    expect(weak['worker-src']).toEqual(['self']);
  });

  it('is everything where the policy names nothing', () => {
    expect(new Set(Object.values(told('')).flat())).toEqual(new Set(['anywhere']));
    expect(told("upgrade-insecure-requests; script-src 'self'")['connect-src']).toEqual(['anywhere']);
  });

  it("is nothing where sources are empty or 'none'", () => {
    expect(told("connect-src; img-src 'NONE'")).toMatchObject({ 'connect-src': ['none'], 'img-src': ['none'] });
  });
});
