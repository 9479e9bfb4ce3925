import { adverseEvents } from './adverse-events.ts'
import { find, findAll, textAt, type Element } from './element.ts'
import { markdownAt } from './markdown.ts'
import { baseline, outcomeMeasures } from './measures.ts'
import { groupId, groups } from './result-groups.ts'
import { compact, compactAll, type Fields } from './values.ts'

/** The results, in the parts in which the API gives them. */
export function results(element: Element | undefined): Fields | undefined {
  if (!element) return undefined
  return compact({
    participantFlowModule: participantFlow(find(element, 'participant_flow')),
    baselineCharacteristicsModule: baseline(find(element, 'baseline')),
    outcomeMeasuresModule: outcomeMeasures(element),
    adverseEventsModule: adverseEvents(find(element, 'reported_events')),
    moreInfoModule: moreInfo(element),
  })
}

function participantFlow(flow: Element | undefined): Fields | undefined {
  return compact({
    preAssignmentDetails: markdownAt(flow, 'pre_assignment_details'),
    recruitmentDetails: markdownAt(flow, 'recruitment_details'),
    groups: groups(flow),
    periods: compactAll(findAll(flow, 'period_list/period'), (period) =>
      compact({
        title: textAt(period, 'title'),
        milestones: compactAll(findAll(period, 'milestone_list/milestone'), (milestone) =>
          compact({ type: textAt(milestone, 'title'), achievements: participants(milestone) }),
        ),
        dropWithdraws: compactAll(
          findAll(period, 'drop_withdraw_reason_list/drop_withdraw_reason'),
          (reason) => compact({ type: textAt(reason, 'title'), reasons: participants(reason) }),
        ),
      }),
    ),
  })
}

function participants(element: Element): Fields[] {
  return compactAll(findAll(element, 'participants_list/participants'), (one) =>
    compact({
      groupId: groupId(one.attributes['group_id']),
      comment: one.text.trim() || undefined,
      numSubjects: one.attributes['count'],
    }),
  )
}

function moreInfo(element: Element): Fields | undefined {
  const agreement = find(element, 'certain_agreements')
  const contact = find(element, 'point_of_contact')
  const description = markdownAt(element, 'limitations_and_caveats')
  return compact({
    limitationsAndCaveats: compact({ description }),
    certainAgreement: certainAgreement(agreement),
    pointOfContact: compact({
      title: textAt(contact, 'name_or_title'),
      organization: textAt(contact, 'organization'),
      email: textAt(contact, 'email'),
      phone: textAt(contact, 'phone'),
      phoneExt: textAt(contact, 'phone_ext'),
    }),
  })
}

/** The old format says it in sentences: "... ARE employed ..." or "... are NOT employed ...". */
function certainAgreement(agreement: Element | undefined): Fields | undefined {
  const employee = textAt(agreement, 'pi_employee')
  const restrictive = textAt(agreement, 'restrictive_agreement')
  return compact({
    piSponsorEmployee: employee === undefined ? undefined : /\bARE employed/.test(employee),
    restrictiveAgreement: isRestrictive(restrictive),
    otherDetails: isRestrictive(restrictive) ? restrictive : undefined,
  })
}

function isRestrictive(sentence: string | undefined): boolean | undefined {
  return sentence === undefined ? undefined : !/^There is NOT an agreement/i.test(sentence)
}
