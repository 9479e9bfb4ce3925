import { type ConductCase, zoneOf } from '../../../../study/conduct/model/case.ts'

/** By whose clocks moments of an event are typed and told: those of the site, and those of the sponsor. */
export function safetyZones(of: Pick<ConductCase, 'run' | 'participant'>): {
  readonly site: string
  readonly sponsor: string
} {
  return { site: zoneOf(of), sponsor: of.run.timeZone }
}
