import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { costStep } from '../../src/planner/costs.ts';
import { Timeline, type TimelineProps } from '../../src/views/timeline/Timeline.tsx';
import type { TimelineLabels } from '../../src/views/timeline/timelineLabels.ts';
import { countChange, planOf, randomSample } from '../fixtures/stripPlan.ts';

const labels: TimelineLabels = {
  timeline: 'Timeline',
  play: 'Play',
  pause: 'Pause',
  stepBack: 'Step back',
  stepForward: 'Step forward',
  speed: 'Speed',
  stepName: (index) => `split ${index}`,
  position: (index) => `Step ${index + 1}`,
  formatSpeed: (speed) => `${speed}x`,
  note: 'about 4 minutes',
  noteMark: { kind: 'estimate', label: 'estimate', explanation: 'calculated' },
  legendCopy: 'copy',
  legendLock: 'ACCESS EXCLUSIVE',
  legendToRun: 'still to run',
};

function setup(from: string, to: string, t: number, more: Partial<TimelineProps> = {}) {
  const plan = planOf(from, to);
  const change = countChange(plan.from, plan.to, randomSample(1000));
  const model = { steps: plan.steps, costs: plan.steps.map((step) => costStep(plan, step, change)) };
  const onSeek = vi.fn<(t: number) => void>();
  const onPlay = vi.fn<(playing: boolean) => void>();
  const onSpeed = vi.fn<(speed: number) => void>();
  const props = { model, t, playing: false, speed: 1, onSeek, onPlay, onSpeed, labels, ...more };
  const { container } = render(<Timeline {...props} />);
  return { user: userEvent.setup(), container, slider: screen.getByRole('slider'), onSeek, onPlay, onSpeed };
}

describe('the timeline', () => {
  it('is a slider over the steps that says where it is', () => {
    const { slider } = setup('8', '16', 3.5);
    expect(slider).toHaveAccessibleName('Timeline');
    expect(slider).toHaveAttribute('aria-valuemax', '8');
    expect(slider).toHaveAttribute('aria-valuenow', '3.5');
    expect(slider).toHaveAttribute('aria-valuetext', 'Step 4: split 3');
  });

  it('plays and pauses', async () => {
    const { user, onPlay } = setup('8', '16', 0);
    await user.click(screen.getByRole('button', { name: 'Play' }));
    expect(onPlay).toHaveBeenCalledWith(true);
  });

  it('offers to pause while it plays', async () => {
    const { user, onPlay } = setup('8', '16', 2.5, { playing: true });
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(onPlay).toHaveBeenCalledWith(false);
  });

  it('steps back and forward to whole steps', async () => {
    const { user, onSeek } = setup('8', '16', 3.5);
    await user.click(screen.getByRole('button', { name: 'Step forward' }));
    await user.click(screen.getByRole('button', { name: 'Step back' }));
    expect(onSeek.mock.calls).toEqual([[4], [3]]);
  });

  it('cannot step past either end', () => {
    setup('8', '16', 8);
    expect(screen.getByRole('button', { name: 'Step forward' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Step back' })).toBeEnabled();
  });

  it('scrubs by keyboard in both directions', async () => {
    const { user, slider, onSeek } = setup('8', '16', 3);
    slider.focus();
    await user.keyboard('{ArrowRight}{ArrowLeft}{Home}{End}{PageUp}{PageDown}');
    expect(onSeek.mock.calls.flat()).toEqual([4, 2, 0, 8, 5, 1]);
  });

  it('scrubs by pointer to any time', () => {
    const { slider, onSeek } = setup('8', '16', 0);
    fireEvent.pointerDown(slider, { clientX: 450, button: 0, pointerId: 1 });
    fireEvent.pointerMove(slider, { clientX: 0, buttons: 1, pointerId: 1 });
    fireEvent.pointerMove(slider, { clientX: 300, buttons: 0, pointerId: 1 });
    expect(onSeek).toHaveBeenCalledTimes(2);
    expect(onSeek.mock.calls[0]![0]).toBeGreaterThan(5.5);
    expect(onSeek.mock.calls[0]![0]).toBeLessThan(6.5);
    expect(onSeek.mock.calls[1]![0]).toBe(0);
  });

  it('changes speed', async () => {
    const { user, onSpeed } = setup('8', '16', 0);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '0.25x');
    expect(onSpeed).toHaveBeenCalledWith(0.25);
  });

  it('names every step of a short plan and marks the current one', () => {
    const { container } = setup('8', '16', 3.5);
    expect(screen.getAllByText(/^split/)).toHaveLength(8);
    expect(container.querySelector('[data-current="true"]')).toHaveTextContent('split 3');
  });

  it('draws locks that are held while rows are copied', () => {
    const { container } = setup('8', '16', 0);
    expect(container.querySelectorAll('[data-lock="held"]')).toHaveLength(8);
    expect(screen.getByText('ACCESS EXCLUSIVE')).toBeVisible();
  });

  it('draws 1024 steps as one band and names the current step', () => {
    const { container } = setup('1024', '2048', 500.5);
    expect(container.querySelectorAll('rect').length).toBeLessThan(10);
    expect(screen.getByText('split 500')).toBeVisible();
  });

  it('has nothing to play when there is no step', () => {
    setup('8', '8', 0);
    expect(screen.getByRole('button', { name: 'Play' })).toBeDisabled();
  });
});
