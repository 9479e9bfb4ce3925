import { find, findAll, textAt, type Element } from './element.ts'
import { markdownAt } from './markdown.ts'
import { groupId, groups } from './result-groups.ts'
import { code, compact, compactAll, count, type Fields } from './values.ts'

/** The harms that were seen, serious ones apart. */
export function adverseEvents(element: Element | undefined): Fields | undefined {
  const serious = find(element, 'serious_events')
  const other = find(element, 'other_events')
  return compact({
    frequencyThreshold: textAt(other, 'frequency_threshold'),
    timeFrame: textAt(element, 'time_frame'),
    description: markdownAt(element, 'desc'),
    eventGroups: groups(element).map((group) => ({
      ...group,
      ...totals(serious, group['id'], 'serious'),
      ...totals(other, group['id'], 'other'),
    })),
    seriousEvents: events(serious),
    otherEvents: events(other),
  })
}

/** The old format gives the totals as a first category named so. */
function totals(part: Element | undefined, id: unknown, name: string): Fields {
  const total = findAll(part, 'category_list/category').find((one) => isTotal(one))
  const counts = findAll(find(total, 'event_list/event'), 'counts')
  const attributes = counts.find((one) => groupId(one.attributes['group_id']) === id)?.attributes
  return {
    ...compact({
      [`${name}NumAffected`]: count(attributes?.['subjects_affected']),
      [`${name}NumAtRisk`]: count(attributes?.['subjects_at_risk']),
    }),
  }
}

function isTotal(category: Element): boolean {
  return textAt(category, 'title') === 'Total'
}

function events(part: Element | undefined): Fields[] {
  const categories = findAll(part, 'category_list/category').filter((one) => !isTotal(one))
  return categories.flatMap((category) =>
    compactAll(findAll(category, 'event_list/event'), (event) => oneEvent(event, category, part)),
  )
}

function oneEvent(
  event: Element,
  category: Element,
  part: Element | undefined,
): Fields | undefined {
  const vocabulary = find(event, 'sub_title')?.attributes['vocab']
  return compact({
    term: textAt(event, 'sub_title'),
    organSystem: textAt(category, 'title'),
    sourceVocabulary: vocabulary ?? textAt(part, 'default_vocab'),
    assessmentType: assessment(textAt(event, 'assessment') ?? textAt(part, 'default_assessment')),
    notes: markdownAt(event, 'description'),
    stats: compactAll(findAll(event, 'counts'), ({ attributes }) =>
      compact({
        groupId: groupId(attributes['group_id']),
        numEvents: count(attributes['events']),
        numAffected: count(attributes['subjects_affected']),
        numAtRisk: count(attributes['subjects_at_risk']),
      }),
    ),
  })
}

function assessment(words: string | undefined): string | undefined {
  const value = code(words)
  return value?.endsWith('_ASSESSMENT') ? value : value && `${value}_ASSESSMENT`
}
