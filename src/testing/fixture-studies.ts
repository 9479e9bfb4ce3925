import type { Location, Study } from '../finder/registry/study.ts'

interface Sketch {
  readonly nctId: string
  readonly title: string
  readonly status?: string
  readonly verified?: string
  readonly conditions?: readonly string[]
  readonly treatments?: readonly string[]
  readonly ages?: { readonly minimumAge?: string; readonly maximumAge?: string }
  readonly sex?: string
  readonly criteria?: string
  readonly sites?: readonly Location[]
  readonly sponsor?: string
  readonly masking?: string
}

const paris: Location = site('Hôpital Robert-Debré', 'Paris', 'France', 48.85341, 2.3488)
const bicetre: Location = {
  ...site('Bicêtre Hospital', 'Le Kremlin-Bicêtre', 'France', 48.81471, 2.36073),
  status: 'COMPLETED',
}
const texas: Location = site('Paris Clinic', 'Paris', 'United States', 33.66094, -95.55551)
const sanDiego: Location = site('Rady Hospital', 'San Diego', 'United States', 32.71571, -117.16472)

/** Invented studies, but for the first, each with something the pages must get right. */
export function fixtureStudies(): readonly Study[] {
  return [...named.map(studyOf), ...asthma(), bare]
}

const named: readonly Sketch[] = [
  {
    nctId: 'NCT02390596',
    title: 'Anakinra and Kawasaki Disease',
    status: 'COMPLETED',
    verified: '2018-09',
    conditions: ['Kawasaki Disease'],
    treatments: ['Anakinra'],
    ages: { minimumAge: '3 Months', maximumAge: '17 Years' },
    sites: [bicetre],
    sponsor: 'Assistance Publique - Hôpitaux de Paris',
  },
  {
    nctId: 'NCT90000002',
    title: 'Infliximab for Kawasaki Disease That Does Not Respond',
    status: 'RECRUITING',
    verified: '2019-04',
    conditions: ['Mucocutaneous Lymph Node Syndrome'],
    ages: { maximumAge: '17 Years' },
    sites: [sanDiego],
  },
  {
    nctId: 'NCT90000003',
    title: 'A Registry of Vasculitis',
    status: 'RECRUITING',
    verified: '2026-10',
    conditions: ['Vasculitis'],
    ages: { minimumAge: '18 Years' },
    sex: 'FEMALE',
    sites: [paris, texas],
  },
  {
    nctId: 'NCT90000004',
    title: '=HYPERLINK("http://x") <script>alert(1)</script> & "quotes"',
    status: 'ENROLLING_BY_INVITATION',
    verified: '2026-09',
    conditions: ['<img src=x onerror=alert(1)>'],
    sites: [texas],
    criteria: 'Inclusion Criteria:\n\n* history of zebrafishing',
  },
  {
    nctId: 'NCT90000005',
    title: "O'Brien's HER2+ Study of IL-1β and Sjögren Syndrome",
    status: 'NOT_YET_RECRUITING',
    verified: '2026-11',
    conditions: ["Sjogren's Syndrome"],
    treatments: ['HER2+ vaccine'],
    sites: [{ ...paris, status: 'NOT_YET_RECRUITING' }],
  },
]

/** More than fits on one page. */
function asthma(): Study[] {
  return Array.from({ length: 45 }, (_, index) =>
    studyOf({
      nctId: `NCT910000${String(index).padStart(2, '0')}`,
      title: `Asthma Study Number ${index + 1}`,
      status: index % 2 === 0 ? 'RECRUITING' : 'TERMINATED',
      verified: '2026-08',
      conditions: ['Asthma'],
      sites: [paris],
      ...(index < 9 && { masking: index < 6 ? 'NONE' : 'DOUBLE' }),
    }),
  )
}

/** A record with nothing but its number: every field of a page must do without. */
const bare: Study = { protocolSection: { identificationModule: { nctId: 'NCT90000009' } } }

function studyOf(sketch: Sketch): Study {
  return {
    protocolSection: {
      identificationModule: { nctId: sketch.nctId, briefTitle: sketch.title },
      statusModule: {
        overallStatus: sketch.status ?? 'UNKNOWN',
        ...(sketch.verified && { statusVerifiedDate: sketch.verified }),
        lastUpdatePostDateStruct: { date: '2026-10-01', type: 'ACTUAL' },
      },
      sponsorCollaboratorsModule: {
        leadSponsor: { name: sketch.sponsor ?? 'A University', class: 'OTHER' },
      },
      conditionsModule: { conditions: sketch.conditions ?? [] },
      designModule: {
        studyType: 'INTERVENTIONAL',
        phases: ['PHASE2'],
        ...(sketch.masking && { designInfo: { maskingInfo: { masking: sketch.masking } } }),
      },
      armsInterventionsModule: {
        interventions: (sketch.treatments ?? []).map((name) => ({ type: 'DRUG', name })),
      },
      eligibilityModule: {
        sex: sketch.sex ?? 'ALL',
        ...sketch.ages,
        ...(sketch.criteria && { eligibilityCriteria: sketch.criteria }),
      },
      contactsLocationsModule: { locations: sketch.sites ?? [] },
    },
    derivedSection: { miscInfoModule: { versionHolder: '2026-11-19' } },
  }
}

function site(facility: string, city: string, country: string, lat: number, lon: number): Location {
  return { facility, status: 'RECRUITING', city, country, geoPoint: { lat, lon } }
}
