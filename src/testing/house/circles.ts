/** What each thing imports, by its name. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** The circles of a graph: sets of two and more that all reach one another (Tarjan 1972). */
export function circlesOf(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (one: string): void => {
    order.set(one, order.size)
    lowest.set(one, order.get(one) ?? 0)
    open.push(one)
    for (const other of graph.get(one) ?? []) {
      if (!order.has(other)) visit(other)
      if (open.includes(other)) lower(lowest, one, lowest.get(other) ?? 0)
    }
    if (lowest.get(one) !== order.get(one)) return
    const circle = open.splice(open.indexOf(one))
    if (circle.length > 1) circles.push(circle)
  }
  for (const one of graph.keys()) if (!order.has(one)) visit(one)
  return circles
}

function lower(lowest: Map<string, number>, one: string, value: number): void {
  lowest.set(one, Math.min(lowest.get(one) ?? value, value))
}
