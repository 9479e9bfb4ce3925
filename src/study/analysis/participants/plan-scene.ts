import type { Scene } from '../../protocol/expression/scene.ts'

/** What the expressions of a plan are held against: everything that was known at the end. */
export function planScene({
  book,
  chart,
  now,
  zone,
}: Pick<Scene, 'book' | 'chart' | 'now'> & { readonly zone: string | undefined }): Scene {
  return {
    book,
    chart,
    now,
    decision: now,
    isPlanned: false,
    ...(zone !== undefined && { zone }),
    increaseOf: () => undefined,
    spanOf: () => undefined,
  }
}
