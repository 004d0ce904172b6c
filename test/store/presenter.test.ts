import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { t } from '../../src/i18n/i18n.ts';
import { STEP_MS } from '../../src/scene/clock.ts';
import { present } from '../../src/store/commands/present.ts';
import { selectSql } from '../../src/store/planSql.ts';
import { glideAt } from '../../src/store/presenter/glide.ts';
import { presenterAction } from '../../src/store/presenter/keys.ts';
import { notesOf } from '../../src/store/presenter/notes.ts';
import { slidesOf } from '../../src/store/presenter/slides.ts';
import { groupSteps } from '../../src/store/presenter/stepSlides.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { idleVerification, type Verification } from '../../src/store/state.ts';
import { passReport } from '../fixtures/heldVerify.ts';
import { createTestApp } from '../fixtures/services.ts';

const texts = { t, format: formatOf('en') };

/** Digits are grouped by a narrow no-break space; tests write plain spaces. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

function planOf(from: number, to: number, rest: Partial<Scenario> = {}): Scenario {
  return {
    ...defaultScenario,
    from: { kind: 'uniform', modulus: from },
    to: { kind: 'uniform', modulus: to },
    ...rest,
  };
}

/** The slides of a document whose keys are counted. */
async function slidesFor(document: Scenario, verification: Verification = idleVerification) {
  const app = createTestApp(document);
  const counted = await app.counted();
  const sql = selectSql(app.store.getState());
  const slides = slidesOf({ counted, compared: null, verification, document, sql }, texts).map((slide) => ({
    ...slide,
    caption: plain(slide.caption),
    notes: slide.notes.map(plain),
  }));
  return { counted, slides, of: (id: string) => slides.find((slide) => slide.id === id)! };
}

const steps = (count: number): string[] => Array.from({ length: count }, (_, index) => `step${index + 1}`);

describe('the slides of a document', () => {
  it('tell a split from the question to the verdict, one slide a step', async () => {
    const { slides } = await slidesFor(planOf(8, 16));
    expect(slides.map(({ id }) => id)).toEqual([
      'question',
      'before',
      ...steps(8),
      'after',
      'nodes',
      'compare',
      'sql',
      'verdict',
    ]);
    expect(slides.map(({ t: place }) => place)).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 8]);
  });

  it('answer the question in the figures of the headline', async () => {
    const { of } = await slidesFor(planOf(8, 12));
    expect(of('question')).toMatchObject({
      caption: '8 → 12?',
      notes: [
        "PostgreSQL can't turn 8 partitions into 12 in place: each modulus must divide the next.",
        'A rebuild moves 66 816 of 100 000 rows (66.8 %).',
        'Going to 16 moves 49 986 (50.0 %), one partition at a time, and can stop after any step.',
      ],
    });
  });

  it('say of a step its exact rows, its locks and what can go wrong', async () => {
    const { of } = await slidesFor(planOf(8, 16));
    expect(of('step3')).toMatchObject({
      view: 'strip',
      t: 3,
      caption: 'Step 3 of 8: Split orders_8_2 into orders_16_2, orders_16_10',
      notes: [
        'Reads 12 571 rows and writes 12 571; 6 271 of 100 000 rows change table.',
        'Locks: ACCESS EXCLUSIVE on the table, the partition, the new table.',
        'Nobody else can read or write the table until the rows are copied and committed.',
        'A lock that is not granted within 1 s ends the step; nothing has changed then, and it can be run again.',
      ],
    });
  });

  it('group the steps of a long plan, and lose none of their rows', async () => {
    const { counted, slides } = await slidesFor(planOf(64, 128));
    const groups = slides.filter(({ id }) => id.startsWith('step'));
    expect(groups).toHaveLength(11);
    expect(groups[0]).toMatchObject({ caption: 'Steps 1 to 6 of 64', t: 6 });
    expect(groups.at(-1)).toMatchObject({ caption: 'Steps 61 to 64 of 64', t: 64 });
    expect(groups[0]!.notes[1]).toMatch(/^The first: Split orders_64_0 into .*\. The last: Split /);
    const moved = groups.map(({ notes }) => Number(/([\d ]+) of 100 000/.exec(notes[0]!)?.[1]?.replaceAll(' ', '')));
    const change = counted.reply.changes[0]!;
    const stay = change.stay.reduce((sum, rows) => sum + rows, 0);
    expect(moved.reduce((sum, rows) => sum + rows, 0)).toBe(change.total - stay);
  });

  it('keep the copies of a long rebuild apart from what comes before and after them', async () => {
    const { counted } = await slidesFor(planOf(24, 36));
    const groups = groupSteps(counted.derived.plan).map((group) => new Set(group.map(({ kind }) => kind)));
    expect(groups.every((kinds) => kinds.size === 1)).toBe(true);
    expect([groups.at(0), groups.at(-2), groups.at(-1)].map((kinds) => [...kinds!][0])).toEqual([
      'prepare',
      'swap',
      'drop',
    ]);
  });

  it('show only what there is: no steps, no SQL and no nodes where nothing changes', async () => {
    const nodes = defaultScenario.nodes.slice(0, 2).map((node) => ({ ...node, state: 'up' as const }));
    const { slides } = await slidesFor(planOf(8, 8, { nodes, compare: [] }));
    expect(slides.map(({ id }) => id)).toEqual(['question', 'before', 'verdict']);
  });

  it('show a change of nodes alone', async () => {
    const { slides, of } = await slidesFor(planOf(8, 8, { compare: [] }));
    expect(slides.map(({ id }) => id)).toEqual(['question', 'before', 'nodes', 'verdict']);
    expect(of('nodes').caption).toBe('Nodes: 4 → 6');
  });

  it('quote PostgreSQL only for the plan that it ran', async () => {
    const document = planOf(8, 16);
    const verification = { ...idleVerification, status: 'done', report: passReport, document } as const;
    const proved = await slidesFor(document, verification);
    expect(proved.of('verdict').caption).toBe('PostgreSQL says: PASS');
    expect(proved.of('verdict').notes[0]).toBe(`PostgreSQL ${passReport.version} agrees with every prediction.`);
    const other = await slidesFor(planOf(8, 12), verification);
    expect(other.of('verdict').caption).toBe('Not yet run in PostgreSQL');
  });
});

describe('the command to present', () => {
  it('waits for the count, then begins at the first slide and the start of the plan, in full screen', async () => {
    const app = createTestApp(planOf(8, 16));
    expect(present.refusal(app.store.getState())).toEqual({ key: 'refusal.notCounted' });
    await app.counted();
    const { document, history } = app.store.getState();
    expect(present.refusal(app.store.getState())).toBeNull();
    await present.run(app.context);
    expect(app.store.getState()).toMatchObject({
      ui: { presenting: { slide: 0 } },
      playback: { t: 0, playing: false },
    });
    expect(app.world.room.isFullscreen).toBe(true);
    expect(app.store.getState()).toMatchObject({ document, history });
  });
});

describe('the way from slide to slide', () => {
  it('takes a step as long as the clock does, several of them two, and ends where it should', () => {
    expect(glideAt(2, 3, STEP_MS / 2)).toBe(2.5);
    expect(glideAt(2, 3, STEP_MS)).toBe(3);
    expect(glideAt(3, 2, STEP_MS / 4)).toBe(2.75);
    expect(glideAt(0, 400, STEP_MS)).toBe(200);
    expect(glideAt(0, 400, 5 * STEP_MS)).toBe(400);
    expect(glideAt(4, 4, 0)).toBe(4);
  });
});

describe('the keys of a presentation', () => {
  const key = (name: string, code = '', ctrlKey = false) =>
    presenterAction({ key: name, code, ctrlKey, metaKey: false, altKey: false });

  it.each([
    ['PageDown', 'next'],
    [' ', 'next'],
    ['N', 'next'],
    ['PageUp', 'back'],
    ['ArrowLeft', 'back'],
    ['.', 'blank'],
    ['b', 'blank'],
    ['Escape', 'leave'],
    ['q', null],
  ])('%j means %s', (name, action) => expect(key(name)).toBe(action));

  it('are the same keys under another alphabet', () => {
    expect(key('д', 'KeyL')).toBe('laser');
    expect(key('т', 'KeyN')).toBe('next');
    expect(key('ф', 'KeyA')).toBeNull();
  });

  it('leave combinations to the browser', () => expect(key('p', 'KeyP', true)).toBeNull());
});

describe('the speaker’s notes', () => {
  it('hold this slide and the next one, and no next one at the end', async () => {
    const { slides } = await slidesFor(planOf(8, 16));
    const rest = { startedAt: 7, locale: 'en', theme: 'dark' } as const;
    const first = notesOf(slides, 0, rest);
    expect(first).toMatchObject({ slide: 0, count: 15, now: { caption: slides[0]!.caption }, ...rest });
    expect(first.next).toEqual({ caption: slides[1]!.caption, notes: slides[1]!.notes });
    expect(notesOf(slides, 14, rest).next).toBeNull();
  });
});
