import type { DesignModule } from '../../finder/registry/study.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link } from '../shell/page.ts'
import { plainText } from './parts/registry-text.ts'
import { scriptJson } from './parts/script-json.ts'
import type { StudyView } from './parts/view.ts'
import { paths } from '../shell/paths.ts'
import { siteAndTown } from '../shell/parts/known-site.ts'

/** The study for search engines: schema.org's MedicalTrial or MedicalObservationalStudy. */
export function structuredData(view: StudyView): Markup {
  return html`
    <script type="application/ld+json">
      ${scriptJson(medicalStudy(view))}
    </script>
  `
}

/** More places than this make the page heavy and tell a search engine nothing. */
const mostLocations = 50

/** A study as schema.org `MedicalStudy`, for search engines; without undefined parts when written as JSON. */
export function medicalStudy(view: StudyView): Readonly<Record<string, unknown>> {
  const { page, protocol, nctId, title } = view
  const observational = protocol.designModule?.studyType === 'OBSERVATIONAL'
  const summary = protocol.descriptionModule?.briefSummary
  const sponsor = protocol.sponsorCollaboratorsModule?.leadSponsor?.name
  return {
    '@context': 'https://schema.org',
    '@type': observational ? 'MedicalObservationalStudy' : 'MedicalTrial',
    '@id': page.baseUrl + link(page, paths.study(nctId)),
    url: page.baseUrl + link(page, paths.study(nctId)),
    name: plainText(title),
    alternateName: protocol.identificationModule.acronym,
    description: summary && plainText(summary).slice(0, 500),
    identifier: nctId,
    status: statuses[protocol.statusModule?.overallStatus ?? ''],
    healthCondition: protocol.conditionsModule?.conditions?.map((name) => ({
      '@type': 'MedicalCondition',
      name,
    })),
    studySubject: subjects(view),
    sponsor: sponsor && { '@type': 'Organization', name: sponsor },
    studyLocation: places(view),
    ...(observational ? {} : trial(view)),
  }
}

function trial({ protocol }: StudyView): Readonly<Record<string, unknown>> {
  const design = protocol.designModule
  return {
    phase:
      design?.phases
        ?.filter((phase) => phase !== 'NA')
        .map(phaseName)
        .join(', ') || undefined,
    trialDesign: design && trialDesign(design),
  }
}

function phaseName(phase: string): string {
  return phase === 'EARLY_PHASE1' ? 'Early Phase 1' : phase.replace('PHASE', 'Phase ')
}

/** schema.org names blinding and chance; open, single-group designs are its `OpenTrial`. */
function trialDesign({ designInfo }: DesignModule): string | undefined {
  const blind = designInfo?.maskingInfo?.masking
  if (blind === 'TRIPLE' || blind === 'QUADRUPLE') return 'https://schema.org/TripleBlindedTrial'
  if (blind === 'DOUBLE') return 'https://schema.org/DoubleBlindedTrial'
  if (blind === 'SINGLE') return 'https://schema.org/SingleBlindedTrial'
  if (designInfo?.allocation === 'RANDOMIZED') return 'https://schema.org/RandomizedTrial'
  return blind === 'NONE' ? 'https://schema.org/OpenTrial' : undefined
}

function subjects({ protocol }: StudyView): readonly unknown[] | undefined {
  const treatments = protocol.armsInterventionsModule?.interventions ?? []
  return treatments.length === 0
    ? undefined
    : treatments.map(({ name, type }) => ({
        '@type': type === 'DRUG' || type === 'BIOLOGICAL' ? 'Drug' : 'MedicalEntity',
        name,
      }))
}

function places({ protocol }: StudyView): readonly unknown[] | undefined {
  const locations = protocol.contactsLocationsModule?.locations ?? []
  if (locations.length === 0) return undefined
  return locations.slice(0, mostLocations).map((location) => ({
    '@type': 'AdministrativeArea',
    name: siteAndTown(location),
    address: {
      '@type': 'PostalAddress',
      addressLocality: location.city,
      addressRegion: location.state,
      postalCode: location.zip,
      addressCountry: location.country,
    },
  }))
}

const statuses: Readonly<Record<string, string>> = {
  RECRUITING: 'https://schema.org/Recruiting',
  NOT_YET_RECRUITING: 'https://schema.org/NotYetRecruiting',
  ENROLLING_BY_INVITATION: 'https://schema.org/EnrollingByInvitation',
  ACTIVE_NOT_RECRUITING: 'https://schema.org/ActiveNotRecruiting',
  COMPLETED: 'https://schema.org/Completed',
  SUSPENDED: 'https://schema.org/Suspended',
  TERMINATED: 'https://schema.org/Terminated',
  WITHDRAWN: 'https://schema.org/Withdrawn',
}
