// A Fenwick tree that grows at its end, over positions 1 to n; tree[0] is unused. It counts in O(log n) how many
// tickets before a number still wait, where walking the order would cost O(n) for every place shown on every screen.

/** Adds position n + 1 with the value 1. */
export function appendOne(tree: number[]): void {
  const position = tree.length
  let sum = 1
  const lowest = position - (position & -position)
  for (let child = position - 1; child > lowest; child -= child & -child) sum += tree[child]
  tree.push(sum)
}

/** Sets a position that holds 1 to 0. */
export function clearOne(tree: number[], position: number): void {
  for (let i = position; i < tree.length; i += i & -i) tree[i]--
}

/** The sum over positions 1 to `position` - 1. */
export function countBelow(tree: readonly number[], position: number): number {
  let sum = 0
  for (let i = position - 1; i > 0; i -= i & -i) sum += tree[i]
  return sum
}
