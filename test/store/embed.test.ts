import { describe, expect, it } from 'vitest';
import { embedView } from '../../src/store/embed.ts';
import { embedAddress, frameCode, wholeAddress } from '../../src/store/embedAddress.ts';

describe('an address', () => {
  it.each([
    ['', null],
    ['?theme=dark', null],
    ['?embed', 'any'],
    ['?embed=', 'any'],
    ['?embed=nothing', 'any'],
    ['?embed=ring', 'ring'],
    ['?x=1&embed=compare', 'compare'],
  ])('with %j asks for %j', (search, view) => {
    expect(embedView(search)).toBe(view);
  });

  it('becomes that of a framed page and back, hash and all', () => {
    const address = 'https://app.test/page/?x=1#v1.abc&t=2';
    const embedded = embedAddress(address, 'flow');
    expect(embedded).toBe('https://app.test/page/?x=1&embed=flow#v1.abc&t=2');
    expect(embedView(new URL(embedded).search)).toBe('flow');
    expect(wholeAddress(embedded)).toBe(address);
  });
});

describe('the code of a frame', () => {
  it('can’t be left by what is in it', () => {
    const code = frameCode('https://app.test/?embed=strip#v1.a&t=1', '"><script>x</script>');
    expect(code).toContain('src="https://app.test/?embed=strip#v1.a&amp;t=1"');
    expect(code).toContain('title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    expect(code.match(/</g)).toHaveLength(2);
  });
});
