import { describe, expect, it } from 'vitest';
import {
  advance,
  type ClockState,
  currentStep,
  INITIAL_CLOCK,
  pause,
  play,
  readingTime,
  seek,
  stepDuration,
  stepTime,
} from '../../../src/scene/clock.ts';

function playingFor(state: ClockState, ms: number, steps: number): ClockState {
  let now = state;
  for (let i = 0; i < ms; i += 10) now = advance(now, 10, steps);
  return now;
}

describe('clock', () => {
  it('takes 750 ms a step at speed 1', () => {
    expect(playingFor(play(INITIAL_CLOCK, 8), 1500, 8).t).toBeCloseTo(2);
  });

  it('runs a quarter or four times as fast at the other speeds', () => {
    expect(playingFor({ ...play(INITIAL_CLOCK, 8), speed: 4 }, 750, 8).t).toBeCloseTo(4);
    expect(playingFor({ ...play(INITIAL_CLOCK, 8), speed: 0.25 }, 750, 8).t).toBeCloseTo(0.25);
  });

  it('lets texts follow every step, but of a plan of thousands only a few a second while it plays', () => {
    const short = { ...play(INITIAL_CLOCK, 8), t: 3.4 };
    expect(readingTime(short, 8)).toBe(3.4);
    // 4096 steps in 4 s: a quarter of a second is 256 of them.
    const long = { ...play(INITIAL_CLOCK, 4096), t: 1000.5 };
    expect(readingTime(long, 4096)).toBe(768);
    expect(readingTime({ ...long, speed: 0.25 }, 4096)).toBe(960);
    expect(readingTime(pause(long), 4096)).toBe(1000.5);
  });

  it('plays by itself for at most four seconds', () => {
    expect(8 * stepDuration(8, true)).toBe(4000);
    expect(2 * stepDuration(2, true)).toBe(1500);
  });

  it('plays a long plan in four seconds', () => {
    expect(1024 * stepDuration(1024, false)).toBeCloseTo(4000);
  });

  it('stops at the end, and starts over from there', () => {
    const end = playingFor(play(INITIAL_CLOCK, 2), 3000, 2);
    expect(end).toMatchObject({ t: 2, playing: false });
    expect(play(end, 2)).toMatchObject({ t: 0, playing: true });
  });

  it('plays backwards and stops at the start', () => {
    const back = play({ ...INITIAL_CLOCK, t: 2 }, 8, -1);
    expect(playingFor(back, 750, 8).t).toBeCloseTo(1);
    expect(playingFor(back, 3000, 8)).toMatchObject({ t: 0, playing: false });
  });

  it('stands still when paused, and does not start a plan without steps', () => {
    const paused = pause(playingFor(play(INITIAL_CLOCK, 8), 500, 8));
    expect(playingFor(paused, 500, 8)).toBe(paused);
    expect(play(INITIAL_CLOCK, 0).playing).toBe(false);
  });

  it('seeks within the plan and goes on playing', () => {
    const state = seek(play(INITIAL_CLOCK, 8), 3.5, 8);
    expect(state).toMatchObject({ t: 3.5, playing: true });
    expect(seek(state, 99, 8).t).toBe(8);
    expect(seek(state, -1, 8).t).toBe(0);
  });

  it('steps to the next whole step in both directions', () => {
    expect([stepTime(3.4, 1, 8), stepTime(3.4, -1, 8)]).toEqual([4, 3]);
    expect([stepTime(3, 1, 8), stepTime(3, -1, 8)]).toEqual([4, 2]);
    expect([stepTime(8, 1, 8), stepTime(0, -1, 8)]).toEqual([8, 0]);
  });

  it('names the step in progress, or the last one done', () => {
    expect([0, 0.5, 1, 1.5, 8].map((t) => currentStep(t, 8))).toEqual([0, 0, 0, 1, 7]);
  });
});
