import type { ArmGroup, Intervention } from '../../../finder/registry/study.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { registryText } from '../parts/registry-text.ts'
import { lookup, own, ownBlock, plain } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'

/** The groups of the study and what each gets. */
export function armsSection(view: StudyView): Markup | undefined {
  const groups = view.protocol.armsInterventionsModule?.armGroups ?? []
  if (groups.length === 0) return undefined
  return html`
    <h4>${view.words.glance.arms}</h4>
    <ul class="arms">
      ${groups.map((group) => arm(view, group))}
    </ul>
  `
}

function arm({ page, words }: StudyView, group: ArmGroup): Markup {
  const kind = plain(page, words.armType, group.type)
  const gets = (group.interventionNames ?? []).map(withoutType).join(', ')
  return html`
    <li>
      <b>${own(page, group.label ?? '')}</b>
      ${kind ? line`– ${kind}` : ''}
      ${
        gets
          ? html`
              <p>${words.glance.armGets}${page.words.common.colon} ${own(page, gets)}</p>
            `
          : ''
      }
      ${group.description ? ownBlock(page, registryText(group.description)) : ''}
    </li>
  `
}

/** `Drug: Anakinra` names its type in the registry's words; the list of treatments says it in ours. */
function withoutType(name: string): string {
  return name.replace(typeBefore, '')
}

const typeBefore =
  /^(?:Behavioral|Biological|Combination Product|Device|Diagnostic Test|Dietary Supplement|Drug|Genetic|Procedure|Radiation|Other): /

/** What is tested or given, with the other names it goes by. */
export function treatments(view: StudyView): Markup | undefined {
  const all = view.protocol.armsInterventionsModule?.interventions ?? []
  if (all.length === 0) return undefined
  return html`
    <h4>${view.words.glance.treatments}</h4>
    <ul class="treatments">
      ${all.map((treatment) => treatmentItem(view, treatment))}
    </ul>
  `
}

function treatmentItem({ page, words }: StudyView, treatment: Intervention): Markup {
  const kind = lookup(words.interventionType, treatment.type)
  const others = treatment.otherNames?.join(', ')
  return html`
    <li>
      <b>${own(page, treatment.name ?? '')}</b>
      ${treatment.type ? line`(${kind ?? own(page, treatment.type)})` : ''}
      ${
        others
          ? html`
              <p>${words.glance.otherNames} ${own(page, others)}</p>
            `
          : ''
      }
      ${treatment.description ? ownBlock(page, registryText(treatment.description)) : ''}
    </li>
  `
}
