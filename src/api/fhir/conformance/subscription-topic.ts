import type { SearchParameter } from '../search/search-parameter.ts'
import { modifiersOf, prefixesOf } from '../search/search-parameter.ts'
import { definitionDate, publisher } from './definition-date.ts'
import type { ServedDefinition } from './definitions.ts'

/** The guide that brings topics to R4: below this address it names its parts. */
export const backportGuide = 'http://hl7.org/fhir/uv/subscriptions-backport'

/** The one topic, by the address of the installation: the same for both releases. */
export function topicUrl(baseUrl: string): string {
  return `${baseUrl}/fhir/R5/SubscriptionTopic/${topicId}`
}

const topicId = 'studies'

/** What can be subscribed to, as R5 has it. R4 knows it by its address alone. */
export function subscriptionTopic(
  parameters: readonly SearchParameter[],
  baseUrl: string,
): ServedDefinition {
  return {
    resourceType: 'SubscriptionTopic',
    id: topicId,
    url: topicUrl(baseUrl),
    version: definitionDate,
    name: 'Studies',
    title: 'Studies that were posted or changed',
    status: 'active',
    date: definitionDate,
    publisher,
    description: topicText,
    resourceTrigger: [
      {
        description: topicText,
        resource: studyType,
        supportedInteraction: ['create', 'update'],
      },
    ],
    canFilterBy: parameters
      .filter(({ name }) => !name.includes('.'))
      .map((parameter) => {
        const modifier = modifiersOf(parameter)
        const comparator = prefixesOf(parameter)
        return {
          description: parameter.text,
          resource: studyType,
          filterParameter: parameter.name,
          ...(comparator.length > 0 && { comparator }),
          ...(modifier.length > 0 && { modifier }),
        }
      }),
    notificationShape: [{ resource: studyType }],
  }
}

const studyType = 'http://hl7.org/fhir/StructureDefinition/ResearchStudy'

const topicText =
  'After each import: a study was posted, began or ended to take people, has a new site, or something else changed that a reader acts on (status, dates, sites, contacts, eligibility, treatments, outcomes, results); and the search of the filters finds it now. A change of wording alone is no event.'
