import type { CitusNode } from './placement.ts';

// Every number here is a float4 in Citus, so every result is rounded to one: ties decide the order of moves.
const { fround } = Math;

export interface ShardCost {
  readonly shardId: number;
  readonly cost: number;
}

/** Most costly first, then by shard id. */
export function compareShards(a: ShardCost, b: ShardCost): number {
  return b.cost - a.cost || a.shardId - b.shardId;
}

/** What a node holds while moves are being planned. */
export class NodeFill {
  readonly node: CitusNode;
  readonly capacity: number;
  /** By compareShards(). */
  readonly shards: ShardCost[] = [];
  cost = 0;
  utilization: number;
  readonly #ids = new Set<number>();

  constructor(node: CitusNode, capacity: number) {
    this.node = node;
    this.capacity = capacity;
    this.utilization = this.utilizationWith(0);
  }

  /** Utilization if its cost grew by so much; a node without capacity is fuller than any. */
  utilizationWith(added: number): number {
    return this.capacity <= 0 ? Infinity : fround(fround(this.cost + added) / this.capacity);
  }

  has(shardId: number): boolean {
    return this.#ids.has(shardId);
  }

  /** Index of the last shard that costs at least so much. */
  lastOfCost(cost: number): number {
    return findPlace(this.shards, { shardId: Infinity, cost }, compareShards) - 1;
  }

  add(shard: ShardCost): void {
    this.#ids.add(shard.shardId);
    this.shards.splice(findPlace(this.shards, shard, compareShards), 0, shard);
    this.#grow(shard.cost);
  }

  remove(shard: ShardCost): void {
    this.#ids.delete(shard.shardId);
    this.shards.splice(findPlace(this.shards, shard, compareShards), 1);
    this.#grow(-shard.cost);
  }

  #grow(cost: number): void {
    this.cost = fround(this.cost + cost);
    this.utilization = this.utilizationWith(0);
  }
}

/** Emptiest first; of equally full ones that of the greater capacity, which fills more slowly; then by node id. */
function compareFills(a: NodeFill, b: NodeFill): number {
  if (a.utilization !== b.utilization) return a.utilization < b.utilization ? -1 : 1;
  return b.capacity - a.capacity || a.node.id - b.node.id;
}

/** Nodes in ascending order of compareFills(), which moves keep up. */
export class FillOrder {
  readonly ascending: NodeFill[];

  constructor(fills: readonly NodeFill[]) {
    this.ascending = fills.toSorted(compareFills);
  }

  /** Moves a shard and puts both nodes where they now belong: a move changes no other node's place. */
  move(shard: ShardCost, source: NodeFill, target: NodeFill): void {
    this.#take(source);
    this.#take(target);
    source.remove(shard);
    target.add(shard);
    this.#put(source);
    this.#put(target);
  }

  #take(fill: NodeFill): void {
    this.ascending.splice(findPlace(this.ascending, fill, compareFills), 1);
  }

  #put(fill: NodeFill): void {
    this.ascending.splice(findPlace(this.ascending, fill, compareFills), 0, fill);
  }
}

/** Index of the first item that does not come before `item`: its own if it is there. */
function findPlace<T>(items: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(items[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
