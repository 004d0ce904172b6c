import { describe, expect, it } from 'vitest';
import { addRecent, equalPreferences, MAX_RECENT, parsePreferences } from '../../src/store/preferences.ts';
import { initialState } from '../../src/store/state.ts';

const many = (count: number) => Array.from({ length: count }, (_, n) => `command${n}`);

describe('the recent commands', () => {
  it('begin with the latest, name each once, and forget the oldest', () => {
    expect(addRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(addRecent(['a', 'b'], 'c')).toEqual(['c', 'a', 'b']);
    expect(addRecent(many(MAX_RECENT), 'new')).toEqual(['new', ...many(MAX_RECENT - 1)]);
  });

  it('are the same list when the latest runs again, so that nothing is saved', () => {
    const recent = ['a', 'b'];
    expect(addRecent(recent, 'a')).toBe(recent);
    const { ui } = initialState;
    expect(equalPreferences(ui, { ...ui, recentCommands: addRecent(ui.recentCommands, 'a') })).toBe(false);
  });

  it.each([
    ['too many', many(MAX_RECENT + 1)],
    ['no list', 'undo'],
    ['a list of something else', [1, 2]],
    ['a long text', ['x'.repeat(41)]],
  ])('count as none when storage holds %s', (_case, recentCommands) => {
    expect(parsePreferences({ recentCommands, singleKeys: false })).toEqual({ singleKeys: false });
  });

  it('come back from storage', () => {
    expect(parsePreferences({ recentCommands: many(MAX_RECENT) })).toEqual({ recentCommands: many(MAX_RECENT) });
    expect(parsePreferences({ singleKeys: 'no' })).toEqual({});
  });
});
