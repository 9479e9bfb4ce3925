import type { Where } from '../../../finder/catalogue/model/where.ts'
import { enums } from '../../../finder/registry/enums.ts'
import { filterKeys, readFilterKeys } from '../../../finder/registry/pieces/filter-keys.ts'
import { allWhere, anyWhere } from '../essie/parts.ts'
import { type ApiFault, badChoice, badFormat } from './api-fault.ts'

/**
 * Reads `status:not rec,sex:f`: pairs of a filter and its keys, with commas or pipes between them. Any key of a filter, and
 * every filter.
 */
export function readAggFilters(texts: readonly string[]): Where | ApiFault {
  const asked = new Map<string, Where[]>()
  for (const text of texts) {
    const pairs = readFilterKeys(text)
    if (!pairs) return badFormat('aggFilters', 'it is pairs such as status:rec not,sex:f')
    for (const [name, key] of pairs) {
      const where = whereOfKey(name, key)
      if (where.kind === 'fault') return where
      const before = asked.get(name)
      if (before) before.push(where)
      else asked.set(name, [where])
    }
  }
  return allWhere([...asked.values()].map(anyWhere))
}

function whereOfKey(name: string, key: string): Where | ApiFault {
  const filter = filters.get(name)
  if (!filter) return badChoice('aggFilters', name, [...filters.keys()])
  const allowed = [...filter.keys()].map((one) => `${name}:${one}`)
  return filter.get(key) ?? badChoice('aggFilters', `${name}:${key}`, allowed)
}

const keyed: ReadonlySet<string> = new Set(Object.values(filterKeys.funderType))

const filters: ReadonlyMap<string, ReadonlyMap<string, Where>> = new Map([
  ['status', choices('OverallStatus', filterKeys.status)],
  ['ages', choices('StdAge', filterKeys.ages)],
  // Who asks for studies with women is shown those that take everybody too.
  ['sex', table({ f: one('Sex', 'FEMALE', 'ALL'), m: one('Sex', 'MALE', 'ALL') })],
  ['healthy', choices('HealthyVolunteers', { y: 'true' })],
  ['phase', choices('Phase', filterKeys.phase)],
  [
    'studyType',
    table({
      int: one('StudyType', filterKeys.studyType.int),
      obs: one('StudyType', filterKeys.studyType.obs),
      obs_patreg: ofType('OBSERVATIONAL', 'PatientRegistry'),
      exp: one('StudyType', filterKeys.studyType.exp),
      exp_indiv: ofType('EXPANDED_ACCESS', 'ExpAccTypeIndividual'),
      exp_inter: ofType('EXPANDED_ACCESS', 'ExpAccTypeIntermediate'),
      exp_treat: ofType('EXPANDED_ACCESS', 'ExpAccTypeTreatment'),
    }),
  ],
  [
    'results',
    table({
      with: one('HasResults', 'true'),
      without: { kind: 'not', part: one('HasResults', 'true') },
    }),
  ],
  [
    'docs',
    table({
      prot: one('LargeDocHasProtocol', 'true'),
      sap: one('LargeDocHasSAP', 'true'),
      icf: one('LargeDocHasICF', 'true'),
    }),
  ],
  [
    'funderType',
    table({
      nih: funded('NIH'),
      fed: funded('FED'),
      industry: funded('INDUSTRY'),
      other: funded(...[...enums.AgencyClass].filter((name) => !keyed.has(name))),
    }),
  ],
  [
    'violation',
    table({
      y: anyWhere([
        one('FDAAA801Violation', 'true'),
        { kind: 'not', part: { kind: 'missing', piece: 'ViolationEventType' } },
      ]),
    }),
  ],
])

function table(rows: Readonly<Record<string, Where>>): ReadonlyMap<string, Where> {
  return new Map(Object.entries(rows))
}

function choices(
  piece: string,
  rows: Readonly<Record<string, string>>,
): ReadonlyMap<string, Where> {
  return new Map(Object.entries(rows).map(([key, value]) => [key, one(piece, value)]))
}

function one(piece: string, ...values: readonly string[]): Where {
  return { kind: 'value', piece, values }
}

function ofType(type: string, flag: string): Where {
  return allWhere([one('StudyType', type), one(flag, 'true')])
}

/** Who pays is the sponsor or any collaborator. */
function funded(...classes: readonly string[]): Where {
  return anyWhere([one('LeadSponsorClass', ...classes), one('CollaboratorClass', ...classes)])
}
