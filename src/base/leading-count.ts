/** How many at the beginning of a list hold, of a list in which all that hold come first: found by halving it. */
export function leadingCount<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle] as Item)) low = middle + 1
    else high = middle
  }
  return low
}
