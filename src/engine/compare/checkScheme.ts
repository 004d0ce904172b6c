import { type Problem, problem } from '../../lib/problem.ts';
import { checkConfig } from '../../schemes/config.ts';
import type { SchemeSpec } from '../../schemes/fields.ts';
import { checkChange, type MemberChange } from '../../schemes/nodes.ts';
import { findScheme, getScheme } from '../../schemes/schemes.ts';

/** Null, or why the scheme cannot be used at all: there is no such scheme, or its parameters are wrong. */
export function checkSchemeSpec({ scheme: id, config }: SchemeSpec): Problem | null {
  const scheme = findScheme(id);
  return scheme === undefined ? problem('schemeUnknown', { value: id }) : checkConfig(scheme, config);
}

/** Null, or why the scheme cannot follow the change. */
export function checkScheme(spec: SchemeSpec, change: MemberChange): Problem | null {
  const wrong = checkSchemeSpec(spec);
  if (wrong !== null) return wrong;
  const nodes = checkChange(change);
  return nodes.ok ? getScheme(spec.scheme).check(spec.config, change) : nodes.error;
}
