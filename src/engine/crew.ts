import type { EnginePort, OpenPort } from './world.ts';

export interface CrewWorker<To> {
  readonly id: number;
  post(message: To): void;
}

/** The workers of one page, started when they are needed and kept. */
export interface Crew<To> {
  readonly workers: readonly CrewWorker<To>[];
  /**
   * Starts workers up to `size`. Once one could not be started at all, those on hand must do; when there is none left,
   * this thread does the work.
   */
  grow(size: number): void;
  close(): void;
}

export interface CrewHooks<To, From> {
  /** null where there are no workers. */
  readonly open: OpenPort<To, From> | null;
  readonly openLocal: OpenPort<To, From>;
  receive(worker: CrewWorker<To>, message: From): void;
  /** A worker is gone, with all that it had counted. `hadSpoken`: it had worked; else it could not be started. */
  lost(worker: CrewWorker<To>, reason: string, hadSpoken: boolean): void;
}

interface Hand<To> extends CrewWorker<To> {
  hadSpoken: boolean;
  port: EnginePort<To> | null;
}

export function createCrew<To, From>(hooks: CrewHooks<To, From>): Crew<To> {
  const hands: Hand<To>[] = [];
  let lastId = 0;
  let canStart = hooks.open !== null;

  function remove(hand: Hand<To>): boolean {
    const position = hands.indexOf(hand);
    if (position < 0) return false;
    hands.splice(position, 1);
    hand.port?.close();
    return true;
  }

  function start(open: OpenPort<To, From>): void {
    // This thread has nothing to be started: whatever ends its engine counts as a crash.
    const hadSpoken = open === hooks.openLocal;
    const hand: Hand<To> = { id: ++lastId, hadSpoken, port: null, post: (message) => hand.port?.post(message) };
    hands.push(hand);
    hand.port = open(
      (message) => {
        hand.hadSpoken = true;
        if (hands.includes(hand)) hooks.receive(hand, message);
      },
      (reason) => {
        canStart &&= hand.hadSpoken;
        if (remove(hand)) hooks.lost(hand, reason, hand.hadSpoken);
      },
    );
  }

  return {
    workers: hands,
    grow(size) {
      while (canStart && hooks.open !== null && hands.length < size) {
        try {
          start(hooks.open);
        } catch {
          // A page may be forbidden to start workers.
          hands.pop();
          canStart = false;
        }
      }
      if (hands.length === 0) start(hooks.openLocal);
    },
    close() {
      for (const hand of [...hands]) remove(hand);
    },
  };
}
