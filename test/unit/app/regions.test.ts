import { describe, expect, it } from 'vitest';
import { nextRegion, type RegionId, regions } from '../../../src/app/regions.ts';

const visible: readonly RegionId[] = ['header', 'stage', 'timeline', 'status'];

describe('the walk from region to region', () => {
  it('visits every visible region in order, and begins again', () => {
    const walked: (RegionId | null)[] = [];
    let here: RegionId | null = null;
    for (let n = 0; n < 5; n++) {
      here = nextRegion(visible, here, 1);
      walked.push(here);
    }
    expect(walked).toEqual([...visible, 'header']);
  });

  it('visits them backwards, from the page itself the last first', () => {
    expect(nextRegion(visible, null, -1)).toBe('status');
    expect(nextRegion(visible, 'header', -1)).toBe('status');
    expect(nextRegion(visible, 'stage', -1)).toBe('header');
  });

  it('goes on from where a region was that is gone', () => {
    expect(nextRegion(visible, 'left', 1)).toBe('stage');
    expect(nextRegion(visible, 'right', -1)).toBe('timeline');
  });

  it('stays in the only region, and goes nowhere when there is none', () => {
    expect(nextRegion(['stage'], 'stage', 1)).toBe('stage');
    expect(nextRegion([], 'stage', 1)).toBeNull();
  });

  it('knows every region once', () => {
    expect(new Set(regions).size).toBe(regions.length);
  });
});
