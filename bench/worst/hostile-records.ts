/** An invented record of a registry, made to cost whoever shows it most. */
export interface HostileRecord {
  readonly name: string
  readonly nctId: string
  readonly json: string
}

type Part = Readonly<Record<string, unknown>>

/** Records in the registry's shape; `size` is how many times a thing is repeated at most. */
export function hostileRecords(size: number): readonly HostileRecord[] {
  return Object.entries(parts(size)).map(([name, protocol], at) => {
    const nctId = `NCT9999${String(at + 1).padStart(4, '0')}`
    const { resultsSection, ...rest } = protocol
    const study = {
      protocolSection: {
        identificationModule: { nctId, briefTitle: `A study of ${name}` },
        statusModule: { overallStatus: 'RECRUITING', statusVerifiedDate: '2026-10' },
        conditionsModule: { conditions: ['Asthma'] },
        ...rest,
      },
      ...(resultsSection !== undefined && { resultsSection, hasResults: true }),
    }
    return { name, nctId, json: JSON.stringify(study) }
  })
}

function parts(size: number): Readonly<Record<string, Part>> {
  return {
    'lists in lists': texts(nested(size)),
    'lists on one line': texts('- '.repeat(size * 6)),
    'numbers on one line': texts('1. '.repeat(size * 4)),
    'short rules': texts('- a\n'.repeat(size * 3)),
    'rules of numbers': texts(
      `Inclusion Criteria:\n\n${'* creatinine > 1.5 mg/dL or age 18 to 65 years, no diabetes\n'.repeat(size)}`,
    ),
    'one long rule': texts(
      'age 18 years and older and creatinine < 1.5 mg/dL or no diabetes, '.repeat(size),
    ),
    'words alone': texts('diabetes hypertension placebo randomized '.repeat(size * 3)),
    links: texts('[a](http://b.example/c) '.repeat(size)),
    addresses: texts('<http://a.example> '.repeat(size)),
    'open brackets': texts('['.repeat(size * 10)),
    emphasis: texts('*a _b **c '.repeat(size * 2)),
    stars: texts('*'.repeat(size * 10)),
    escapes: texts('\\'.repeat(size * 10)),
    entities: texts('&amp;'.repeat(size * 3)),
    'blank lines': texts('\n \n'.repeat(size * 10)),
    spaces: texts(`a${' '.repeat(size * 10)}b`),
    sites: sites(size),
    'arms and treatments': arms(size),
    outcomes: outcomes(size),
    names: names(size),
    papers: papers(size),
    results: {
      resultsSection: {
        adverseEventsModule: {
          seriousEvents: many(size, (at) => ({ term: `event ${at}`, notes: 'x'.repeat(200) })),
        },
      },
    },
  }
}

function texts(text: string): Part {
  return {
    descriptionModule: { briefSummary: text, detailedDescription: text },
    eligibilityModule: { eligibilityCriteria: text, studyPopulation: text, sex: 'ALL' },
    outcomesModule: { primaryOutcomes: [{ measure: text.slice(0, 20_000), description: text }] },
    ipdSharingStatementModule: { ipdSharing: 'NO', description: text, accessCriteria: text },
  }
}

/** Each item one level deeper than the one before, as far as lines of this length go. */
function nested(size: number): string {
  const depth = Math.floor(Math.sqrt(size * 10))
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')
}

function many<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

function sites(size: number): Part {
  const locations = many(size, (at) => ({
    facility: `Hospital ${at}`,
    city: `Town ${at}`,
    country: countries[at % countries.length],
    status: 'RECRUITING',
    geoPoint: { lat: (at % 170) - 85, lon: (at % 350) - 175 },
    contacts: [{ name: `Contact ${at}`, phone: '+1 555 0100', email: `c${at}@example.org` }],
  }))
  return {
    contactsLocationsModule: {
      locations,
      centralContacts: locations.flatMap(({ contacts }) => contacts),
    },
  }
}

const countries =
  'France,Germany,Spain,Italy,United States,Canada,Mexico,Brazil,Argentina,Chile,Peru,Japan,China,India,Israel,Egypt,Kenya,Norway,Sweden,Finland,Denmark,Poland,Greece,Turkey,Ireland,Portugal,Belgium,Austria,Hungary,Romania'.split(
    ',',
  )

function arms(size: number): Part {
  return {
    armsInterventionsModule: {
      armGroups: many(size, (at) => ({
        label: `Arm ${at}`,
        type: 'EXPERIMENTAL',
        description: '* one\n* two',
        interventionNames: ['Drug: a', 'Drug: b'],
      })),
      interventions: many(size, (at) => ({
        type: 'DRUG',
        name: `Drug ${at}`,
        description: '1. one\n2. two',
        otherNames: ['a', 'b'],
      })),
    },
  }
}

function outcomes(size: number): Part {
  const all = many(size, (at) => ({
    measure: `Measure ${at}`,
    timeFrame: '1 year',
    description: 'a *b* c',
  }))
  return { outcomesModule: { primaryOutcomes: all, secondaryOutcomes: all, otherOutcomes: all } }
}

function names(size: number): Part {
  const all = many(size, (at) => `Disease ${at} of the heart`)
  return {
    conditionsModule: { conditions: all, keywords: all },
    sponsorCollaboratorsModule: {
      leadSponsor: { name: 'x'.repeat(size) },
      collaborators: many(size, (at) => ({ name: `Sponsor ${at}` })),
    },
    statusModule: { overallStatus: 'TERMINATED', whyStopped: 'why '.repeat(size * 3) },
  }
}

function papers(size: number): Part {
  return {
    referencesModule: {
      references: many(size, (at) => ({
        pmid: String(at),
        type: 'BACKGROUND',
        citation: `Paper ${at}. \\>  a`.repeat(3),
      })),
      seeAlsoLinks: many(size, (at) => ({ label: `Link ${at}`, url: `https://example.org/${at}` })),
    },
  }
}
