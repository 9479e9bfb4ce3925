/** A kind of question to `/api/v2/studies`, and the questions of it. */
export interface ApiQuestions {
  readonly kind: string
  readonly queries: readonly string[]
}

/** What clients of the registry's API ask, page after page of ten. */
export const apiQuestions: readonly ApiQuestions[] = [
  {
    kind: 'a condition',
    queries: [
      'query.cond=asthma',
      'query.cond=heart+failure',
      'query.cond=kawasaki+disease',
      'query.cond=%22type+2+diabetes%22',
      'query.cond=(head+OR+neck)+AND+pain',
      'query.cond=breast+cancer&filter.overallStatus=RECRUITING',
      'query.cond=leukemia&filter.overallStatus=RECRUITING,NOT_YET_RECRUITING',
    ],
  },
  {
    kind: 'words anywhere',
    queries: [
      'query.term=placebo',
      'query.term=randomized+quality+of+life',
      'query.term=anakinra',
      'query.term=children+OR+adolescents',
      'query.patient=diabetes+in+a+woman',
    ],
  },
  {
    kind: 'a treatment and a place',
    queries: [
      'query.intr=metformin',
      'query.intr=insulin&query.locn=France',
      'query.cond=asthma&query.locn=Paris,+France',
      'query.spons=novartis',
      'query.cond=heart+failure&filter.geo=distance(48.85,2.35,50km)',
      'filter.geo=distance(39.0035707,-77.1013313,50mi)',
    ],
  },
  {
    kind: 'fields, dates and ages',
    queries: [
      'filter.advanced=AREA[Phase]PHASE3+AND+AREA[StudyType]INTERVENTIONAL',
      'query.term=AREA[LastUpdatePostDate]RANGE[2025-01-01,MAX]',
      'filter.advanced=AREA[MinimumAge]RANGE[MIN,16+years]+AND+AREA[MaximumAge]RANGE[16+years,MAX]',
      'filter.advanced=AREA[EligibilityCriteria](%22pregnancy%22+AND+(prior+OR+previous))',
      'filter.advanced=AREA[ResultsFirstPostDate]MISSING',
      'aggFilters=status:rec+not,sex:f,ages:child',
    ],
  },
  {
    kind: 'everything, sorted and counted',
    queries: [
      'countTotal=true',
      'sort=LastUpdatePostDate&countTotal=true',
      'sort=EnrollmentCount:desc',
      'query.cond=cancer&sort=StartDate:desc&countTotal=true',
      'pageSize=0&countTotal=true&filter.overallStatus=RECRUITING',
    ],
  },
  {
    kind: 'a few fields, and CSV',
    queries: [
      'query.cond=asthma&fields=NCTId,BriefTitle,OverallStatus',
      'fields=NCTId,LocationCity,LocationGeoPoint&query.cond=cancer',
      'format=csv&query.cond=asthma',
    ],
  },
]
