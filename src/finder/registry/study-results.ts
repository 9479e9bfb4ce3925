/**
 * The results that a registry holds of a study, as far as a page shows them: who went through it, the main outcomes, and
 * adverse events. Read from what came; what has not the shape that the registry gives is left out.
 * Source: ClinicalTrials.gov API v2, `resultsSection`.
 */
export interface StudyResults {
  readonly flow?: ResultFlow
  readonly outcomes: readonly ResultOutcome[]
  readonly adverse?: AdverseEvents
}

/** A group of participants, as the results name it. */
export interface ResultGroup {
  readonly id: string
  readonly title: string
}

/** How many people were at each step; a number that is no whole number is absent. */
export interface ResultFlow {
  readonly groups: readonly ResultGroup[]
  readonly rows: readonly CountedRow[]
}

/** A row of whole numbers, one for each group, in the order of the groups. */
export interface CountedRow {
  readonly kind: 'step' | 'left'
  readonly title: string
  readonly counts: readonly (number | undefined)[]
}

/** One outcome: its rows of values, with how many people were measured in each group. */
export interface ResultOutcome {
  readonly title: string
  readonly timeFrame?: string
  readonly unit: string
  /** `MEAN`, `COUNT_OF_PARTICIPANTS`, … */
  readonly param: string
  readonly dispersion?: string
  readonly groups: readonly ResultGroup[]
  readonly measured: readonly (number | undefined)[]
  readonly rows: readonly ValueRow[]
  readonly analysis?: ResultAnalysis
}

/** What was measured in each group, as written: no digit is added or taken. */
export interface ValueRow {
  readonly title: string
  readonly values: readonly (MeasuredValue | undefined)[]
}

/** One value, with its spread or the limits around it. */
export interface MeasuredValue {
  readonly value: string
  readonly spread?: string
  readonly low?: string
  readonly high?: string
}

/** The first comparison that the team gives of an outcome. */
export interface ResultAnalysis {
  readonly pValue?: string
  readonly method?: string
  readonly param?: string
  readonly estimate?: string
  readonly ciPercent?: string
  readonly low?: string
  readonly high?: string
}

/** People with adverse events, by group: all serious and all others, and each kind of event. */
export interface AdverseEvents {
  readonly timeFrame?: string
  readonly groups: readonly AdverseGroup[]
  readonly serious: readonly AdverseRow[]
  readonly other: readonly AdverseRow[]
}

/** A group with how many people had any serious, any other event, or died, of how many. */
export interface AdverseGroup extends ResultGroup {
  readonly serious: Affected
  readonly other: Affected
  readonly deaths: Affected
}

/** So many of so many people; absent where the registry does not say. */
export interface Affected {
  readonly affected?: number
  readonly atRisk?: number
}

/** One kind of event, and the people who had it in each group. */
export interface AdverseRow {
  readonly term: string
  readonly organ?: string
  readonly groups: readonly Affected[]
}

/** Reads the results of a record; undefined where nothing of them can be shown. */
export function readResults(section: unknown): StudyResults | undefined {
  const flow = flowOf(objectAt(section, 'participantFlowModule'))
  const outcomes = listAt(objectAt(section, 'outcomeMeasuresModule'), 'outcomeMeasures')
    .filter((one) => textAt(one, 'type') === 'PRIMARY')
    .slice(0, mostOutcomes)
    .flatMap((one) => outcomeOf(one) ?? [])
  const adverse = adverseOf(objectAt(section, 'adverseEventsModule'))
  if (!flow && outcomes.length === 0 && !adverse) return undefined
  return { outcomes, ...(flow && { flow }), ...(adverse && { adverse }) }
}

const mostOutcomes = 20
const mostGroups = 12
const mostRows = 60
const mostTerms = 400

function flowOf(module: object | undefined): ResultFlow | undefined {
  const groups = groupsOf(listAt(module, 'groups'))
  const rows = listAt(module, 'periods')
    .slice(0, 12)
    .flatMap((period, at, all) => {
      const before = all.length > 1 ? `${textAt(period, 'title') ?? at + 1}: ` : ''
      const steps = listAt(period, 'milestones').map((step) =>
        countedRow(
          groups,
          'step',
          `${before}${textAt(step, 'type') ?? ''}`,
          listAt(step, 'achievements'),
        ),
      )
      const left = listAt(period, 'dropWithdraws').map((reason) =>
        countedRow(groups, 'left', textAt(reason, 'type') ?? '', listAt(reason, 'reasons')),
      )
      return [...steps, ...left]
    })
  return groups.length === 0 || rows.length === 0
    ? undefined
    : { groups, rows: rows.slice(0, mostRows) }
}

function countedRow(
  groups: readonly ResultGroup[],
  kind: CountedRow['kind'],
  title: string,
  values: readonly object[],
): CountedRow {
  const byGroup = byGroupId(values)
  return { kind, title, counts: groups.map(({ id }) => wholeAt(byGroup.get(id), 'numSubjects')) }
}

function outcomeOf(measure: object): ResultOutcome | undefined {
  const groups = groupsOf(listAt(measure, 'groups'))
  const title = textAt(measure, 'title')
  const rows = rowsOf(measure, groups)
  if (title === undefined || groups.length === 0 || rows.length === 0) return undefined
  const [denominator] = listAt(measure, 'denoms')
  const counts = byGroupId(listAt(denominator, 'counts'))
  const [analysis] = listAt(measure, 'analyses')
  return {
    title,
    unit: textAt(measure, 'unitOfMeasure') ?? '',
    param: textAt(measure, 'paramType') ?? '',
    groups,
    measured: groups.map(({ id }) => wholeAt(counts.get(id), 'value')),
    rows,
    ...texts(measure, { timeFrame: 'timeFrame', dispersion: 'dispersionType' }),
    ...(analysis && { analysis: analysisOf(analysis) }),
  }
}

function rowsOf(measure: object, groups: readonly ResultGroup[]): readonly ValueRow[] {
  const rows = listAt(measure, 'classes').flatMap((one) =>
    listAt(one, 'categories').map((category): ValueRow => {
      const values = byGroupId(listAt(category, 'measurements'))
      const title = [textAt(one, 'title'), textAt(category, 'title')].filter(Boolean).join(', ')
      return { title, values: groups.map(({ id }) => measuredOf(values.get(id))) }
    }),
  )
  return rows.filter(({ values }) => values.some((value) => value !== undefined)).slice(0, mostRows)
}

function measuredOf(measurement: object | undefined): MeasuredValue | undefined {
  const value = textAt(measurement, 'value')
  if (value === undefined) return undefined
  return {
    value,
    ...texts(measurement, { spread: 'spread', low: 'lowerLimit', high: 'upperLimit' }),
  }
}

function analysisOf(analysis: object): ResultAnalysis {
  return texts(analysis, {
    pValue: 'pValue',
    method: 'statisticalMethod',
    param: 'paramType',
    estimate: 'paramValue',
    ciPercent: 'ciPctValue',
    low: 'ciLowerLimit',
    high: 'ciUpperLimit',
  })
}

function adverseOf(module: object | undefined): AdverseEvents | undefined {
  const groups = listAt(module, 'eventGroups')
    .slice(0, mostGroups)
    .flatMap((group): AdverseGroup[] => {
      const [known] = groupsOf([group])
      if (!known) return []
      return [
        {
          ...known,
          serious: affected(group, 'seriousNumAffected', 'seriousNumAtRisk'),
          other: affected(group, 'otherNumAffected', 'otherNumAtRisk'),
          deaths: affected(group, 'deathsNumAffected', 'deathsNumAtRisk'),
        },
      ]
    })
  if (groups.length === 0) return undefined
  return {
    ...texts(module, { timeFrame: 'timeFrame' }),
    groups,
    serious: termsOf(listAt(module, 'seriousEvents'), groups),
    other: termsOf(listAt(module, 'otherEvents'), groups),
  }
}

/** The events that most people had come first. */
function termsOf(events: readonly object[], groups: readonly ResultGroup[]): readonly AdverseRow[] {
  const rows = events.slice(0, mostTerms).flatMap((event): AdverseRow[] => {
    const term = textAt(event, 'term')
    if (term === undefined) return []
    const stats = byGroupId(listAt(event, 'stats'))
    const counts = groups.map(({ id }) => affected(stats.get(id), 'numAffected', 'numAtRisk'))
    return [{ term, groups: counts, ...texts(event, { organ: 'organSystem' }) }]
  })
  const people = (row: AdverseRow): number =>
    row.groups.reduce((sum, one) => sum + (one.affected ?? 0), 0)
  return rows.toSorted((one, other) => people(other) - people(one))
}

function affected(from: object | undefined, count: string, of: string): Affected {
  const [some, all] = [wholeAt(from, count), wholeAt(from, of)]
  return {
    ...(some !== undefined && { affected: some }),
    ...(all !== undefined && { atRisk: all }),
  }
}

function groupsOf(groups: readonly object[]): readonly ResultGroup[] {
  return groups.slice(0, mostGroups).flatMap((group) => {
    const id = textAt(group, 'id')
    return id === undefined ? [] : [{ id, title: textAt(group, 'title') ?? id }]
  })
}

function byGroupId(values: readonly object[]): ReadonlyMap<string, object> {
  return new Map(values.map((value) => [textAt(value, 'groupId') ?? '', value]))
}

function texts<Name extends string>(
  from: object | undefined,
  names: Readonly<Record<Name, string>>,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const name of Object.keys(names) as Name[]) {
    const text = textAt(from, names[name])
    if (text !== undefined) found[name] = text
  }
  return found
}

function valueAt(from: object | undefined, name: string): unknown {
  return from === undefined ? undefined : Reflect.get(from, name)
}

function objectAt(from: unknown, name: string): object | undefined {
  const value = typeof from === 'object' && from !== null ? valueAt(from, name) : undefined
  return typeof value === 'object' && value !== null ? value : undefined
}

function listAt(from: object | undefined, name: string): readonly object[] {
  const value = valueAt(from, name)
  if (!Array.isArray(value)) return []
  return value.filter((one) => typeof one === 'object' && one !== null)
}

/** The API writes numbers of results as text; both are read. */
function textAt(from: object | undefined, name: string): string | undefined {
  const value = valueAt(from, name)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 600) : undefined
}

function wholeAt(from: object | undefined, name: string): number | undefined {
  const text = textAt(from, name)
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
