import { effectiveAt } from '../../../study/protocol/versions.ts'
import type { App } from '../../shell/app.ts'

/** The version of a study's protocol that was in force on a day (`yyyy-MM-dd`); undefined where none is known to have been. */
export function versionOn(
  { protocols }: Pick<App, 'protocols'>,
  study: string,
  day: string,
): string | undefined {
  const inForce = protocols().versions.flatMap((version) => {
    const { from } = effectiveAt(version)
    const isKnown = version.protocol.study === study && from !== undefined && from <= day
    return isKnown ? [{ from, name: version.protocol.version }] : []
  })
  return inForce.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1)?.name
}
