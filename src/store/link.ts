import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { Refusal } from './edits/edit.ts';
import { parseScenarioText, serialiseScenario } from './parseScenario.ts';
import type { Scenario } from './scenario.ts';
import { type StageView, stageViews } from './state.ts';

/**
 * A whole scenario in the part of an address behind `#`, which no browser sends to a server:
 * `#v1.<base64url(deflate(JSON))>`, optionally followed by `&t=3.5` for the place in the plan, `&view=ring` for the view of
 * the stage and `&lang=ru` for the language of the page. Keys are never in it, only their seed. Extras that are unknown or
 * make no sense are ignored: they can't spoil a link.
 */
export interface LinkState {
  readonly scenario: Scenario;
  readonly t: number | null;
  readonly view?: StageView;
  readonly lang?: Locale;
}

const PREFIX = 'v1.';
const MAX_LINK_LENGTH = 200_000;
/** Longest scenario text that a link may unpack to; a mixed layout of 4096 partitions takes about 160 kB. */
const MAX_UNPACKED = 1_000_000;

export function encodeLink(state: LinkState): string {
  const packed = deflateSync(strToU8(serialiseScenario(state.scenario)), { level: 9 });
  const { t, view, lang } = state;
  const place = t === null || t === 0 ? '' : `&t=${Math.round(t * 1000) / 1000}`;
  const extras = `${view === undefined ? '' : `&view=${view}`}${lang === undefined ? '' : `&lang=${lang}`}`;
  return `#${PREFIX}${toBase64Url(packed)}${place}${extras}`;
}

/** Null when the address carries no scenario at all. */
export function decodeLink(hash: string): Result<LinkState, Refusal> | null {
  const body = hash.replace(/^#/, '');
  if (body === '') return null;
  if (body.length > MAX_LINK_LENGTH) return err(problem('linkTooLong', { value: body.length, max: MAX_LINK_LENGTH }));
  const version = /^v(\d+)\./.exec(body)?.[1];
  if (version === undefined) return err(problem('linkUnknown', { value: body.slice(0, 24) }));
  if (version !== '1') return err(problem('linkNewer', { value: version, max: 1 }));
  const [code = '', ...extras] = body.slice(PREFIX.length).split('&');
  const text = unpack(code);
  if (!text.ok) return text;
  const scenario = parseScenarioText(text.value);
  if (!scenario.ok) return scenario;
  return ok({ scenario: scenario.value, t: parsePlace(extras), ...parseView(extras), ...parseLang(extras) });
}

function extraOf(extras: readonly string[], name: string): string | undefined {
  return extras.find((extra) => extra.startsWith(`${name}=`))?.slice(name.length + 1);
}

function parseView(extras: readonly string[]): Pick<LinkState, 'view'> {
  const view = stageViews.find((id) => id === extraOf(extras, 'view'));
  return view === undefined ? {} : { view };
}

function parseLang(extras: readonly string[]): Pick<LinkState, 'lang'> {
  const lang = extraOf(extras, 'lang');
  return lang === undefined || !isLocale(lang) ? {} : { lang };
}

function parsePlace(extras: readonly string[]): number | null {
  const text = extraOf(extras, 't');
  const t = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(t) && t >= 0 ? t : null;
}

function unpack(code: string): Result<string, Problem> {
  const packed = fromBase64Url(code);
  if (packed === null) return err(problem('linkDamaged'));
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    // Streamed, so that a small link can't unpack into gigabytes before the limit is seen.
    const inflate = new Inflate((chunk) => {
      length += chunk.length;
      if (length > MAX_UNPACKED) throw new RangeError('too long');
      parts.push(chunk);
    });
    for (let at = 0; at < packed.length; at += 1024)
      inflate.push(packed.subarray(at, at + 1024), at + 1024 >= packed.length);
  } catch (error) {
    return err(error instanceof RangeError ? problem('fileTooLong', { max: MAX_UNPACKED }) : problem('linkDamaged'));
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(strFromU8(whole));
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
