import { searchAreas } from '../../../finder/registry/pieces/pieces.ts'

/** What would work instead of a parameter that there is none of; undefined where nobody can tell. */
export function hintFor(name: string, known: ReadonlySet<string>): string | undefined {
  const parts = name.toLowerCase().split('.')
  const last = parts.at(-1)?.replace(/[^a-z]/g, '') ?? ''
  const same = [...known].find((one) => one.toLowerCase() === name.toLowerCase())
  const hint = same ?? instead.get(last)
  if (hint === undefined) return undefined
  return known.has(hint.split('=')[0] ?? '') ? hint : undefined
}

const byField = (field: string, value: string): string => `filter.advanced=AREA[${field}]${value}`

const instead: ReadonlyMap<string, string> = new Map([
  ...searchAreas
    .filter(({ param }) => param !== '')
    .map(({ param }) => [param, `query.${param}`] as const),
  ...alike('query.cond', 'condition', 'conditions', 'disease', 'diseases'),
  ...alike('query.term', 'terms', 'keyword', 'keywords', 'q', 'query', 'search', 'expr', 'text'),
  ...alike('query.intr', 'intervention', 'interventions', 'drug', 'treatment'),
  ...alike('query.titles', 'title', 'acronym', 'brieftitle'),
  ...alike('query.outc', 'outcome', 'outcomes'),
  ...alike('query.spons', 'sponsor', 'sponsors', 'collaborator'),
  ...alike('query.lead', 'lead', 'leadsponsor'),
  ...alike('query.locn', 'location', 'locations', 'country', 'city', 'state', 'loc'),
  ...alike('filter.overallStatus=RECRUITING', 'status', 'overallstatus', 'recrs', 'recruiting'),
  ...alike('filter.ids', 'ids', 'nctid', 'nctids', 'nct'),
  ...alike('filter.geo=distance(48.85,2.35,50km)', 'geo', 'distance', 'near', 'radius'),
  ...alike('filter.advanced', 'advanced', 'filter'),
  ...alike(byField('Phase', 'PHASE3'), 'phase', 'phases'),
  ...alike(byField('StudyType', 'INTERVENTIONAL'), 'studytype', 'type'),
  ...alike(byField('Sex', 'FEMALE'), 'sex', 'gender'),
  ...alike(byField('StdAge', 'CHILD'), 'age', 'ages', 'stdage', 'agegroup'),
  ...alike(byField('MinimumAge', 'RANGE[MIN,16 years]'), 'minage', 'minimumage'),
  ...alike(byField('MaximumAge', 'RANGE[16 years,MAX]'), 'maxage', 'maximumage'),
  ...alike(byField('StartDate', 'RANGE[2020-01-01,MAX]'), 'startdate', 'start', 'date'),
  ...alike(byField('CompletionDate', 'RANGE[MIN,2025-12-31]'), 'completiondate'),
  ...alike(
    byField('LastUpdatePostDate', 'RANGE[2025-01-01,MAX]'),
    'lastupdate',
    'updated',
    'lastupdatepostdate',
  ),
  ...alike(byField('HasResults', 'true'), 'results', 'hasresults'),
  ...alike(byField('LeadSponsorClass', 'INDUSTRY'), 'fundertype', 'funder', 'sponsorclass'),
  ...alike(byField('EnrollmentCount', 'RANGE[100,MAX]'), 'enrollment', 'enrollmentcount'),
  ...alike('pageSize', 'pagesize', 'limit', 'size', 'maxrnk', 'perpage', 'count', 'rows', 'max'),
  ...alike(
    'pageToken',
    'pagetoken',
    'page',
    'offset',
    'minrnk',
    'nextpagetoken',
    'token',
    'skip',
    'cursor',
  ),
  ...alike('fields', 'field', 'select', 'columns'),
  ...alike('sort', 'order', 'orderby', 'sortby'),
  ...alike('format', 'fmt', 'output'),
  ...alike('countTotal', 'counttotal', 'total', 'totalcount'),
])

function alike(hint: string, ...names: readonly string[]): (readonly [string, string])[] {
  return names.map((name) => [name, hint])
}
