import type { ParticipantSets, SetLine } from '../../../../study/conduct/review/sets.ts'
import { tellingOf, titleOf } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { type Choice, hiddenField, selectField, textArea } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { type StudyFormProblem, problemAt, studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** One decision as it was typed. */
export interface TypedSet {
  /** `<id of the participant> <set>` */
  readonly line: string
  readonly member: string
  readonly reason: string
}

/** What the page of analysis sets shows. */
export interface SetsShown {
  readonly all: readonly ParticipantSets[]
  readonly typed: TypedSet
  readonly problems: readonly StudyFormProblem[]
  readonly did?: string | undefined
}

/** The analysis sets: what the version says of each participant beside what was decided, and the forms that decide. */
export function setsPage(view: RunView, shown: SetsShown): Markup {
  const { page, mayRun, lock } = view
  const words = page.words.runStudy.sets
  const lines = shown.all.flatMap((one) => one.lines)
  const open = lines.filter(({ isDecided }) => !isDecided)
  return studyLayout(view, {
    tab: 'sets',
    problems: shown.problems,
    did: shown.did,
    main: html`
      <p>${words.lead}</p>
      <p><b>${words.open(open.length, lines.length)}</b></p>
      ${mayRun && lock !== 'locked' && open.length > 0 && acceptForm(view, open)}
      ${mayRun && lock !== 'locked' && lines.length > 0 && decideForm(view, shown)}
      ${lines.length > 0 && setsTable(view, shown.all)}
    `,
  })
}

function acceptForm({ page, study }: RunView, open: readonly SetLine[]): Markup | false {
  const words = page.words.runStudy.sets
  const clear = open.filter(({ derived }) => derived === 'yes' || derived === 'no').length
  return (
    clear > 0 &&
    html`
      <form method="post" action="${link(page, paths.studySets(study))}">
        ${hiddenField('accept', 'yes')}
        <button class="button" type="submit">${words.accept(clear)}</button>
      </form>
    `
  )
}

function decideForm(view: RunView, { all, typed, problems }: SetsShown): Markup {
  const { page, study } = view
  const words = page.words.runStudy.sets
  const errorAt = problemAt(problems)
  const lines = all.flatMap(({ of, lines: own }) => {
    const telling = tellingOf(of.protocol, page.language)
    return own.map(({ set, derived, isDecided }) => ({
      value: `${of.participant.id} ${set}`,
      label: `${of.participant.number} · ${titleOf(telling, set)}: ${page.words.participant.endpoint.member[derived]}${isDecided ? ` (${words.isDecided})` : ''}`,
    }))
  })
  const choices = [...everybodyChoices(view, all), ...lines]
  return html`
    <section class="card flow narrow-left" aria-labelledby="decide-title">
      <h2 id="decide-title">${words.decideTitle}</h2>
      <form class="flow" method="post" action="${link(page, paths.studySets(study))}" novalidate>
        ${selectField({ name: 'line', label: words.line, value: typed.line, choices, error: errorAt('line') })}
        ${choiceGroup({
          name: 'member',
          label: words.member,
          kind: 'radio',
          error: errorAt('member'),
          choices: (['yes', 'no'] as const).map((value) => ({
            value,
            label: words.members[value],
            chosen: typed.member === value,
          })),
        })}
        ${textArea({
          name: 'reason',
          label: words.reason,
          hint: words.reasonHint,
          value: typed.reason,
          rows: 2,
          maxLength: 1000,
          error: errorAt('reason'),
        })}
        <button class="button button-quiet" type="submit">${words.decide}</button>
      </form>
    </section>
  `
}

/** A set of which the version says nothing may be decided for everybody at once. */
function everybodyChoices({ page }: RunView, all: readonly ParticipantSets[]): readonly Choice[] {
  const open = all.flatMap(({ of, lines }) =>
    lines
      .filter(({ derived, isDecided }) => !isDecided && derived !== 'yes' && derived !== 'no')
      .map(({ set }) => ({ set, title: titleOf(tellingOf(of.protocol, page.language), set) })),
  )
  return [...new Map(open.map((one) => [one.set, one.title]))].map(([set, title]) => ({
    value: `all ${set}`,
    label: page.words.runStudy.sets.everybody(title, open.filter((one) => one.set === set).length),
  }))
}

function setsTable({ page }: RunView, all: readonly ParticipantSets[]): Markup {
  const words = page.words.runStudy.sets
  const member = page.words.participant.endpoint.member
  return html`
    <section class="scroll-x study-table" tabindex="0" aria-label="${words.caption}">
      <table>
        <caption class="unseen">${words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${words.columns.number}</th>
            <th scope="col">${words.columns.set}</th>
            <th scope="col">${words.columns.derived}</th>
            <th scope="col">${words.columns.decided}</th>
            <th scope="col">${words.columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(({ of, lines }) => {
            const telling = tellingOf(of.protocol, page.language)
            return lines.map(
              ({ set, derived, decision, isDecided }) => html`
                <tr>
                  <th scope="row">${of.participant.number}</th>
                  <td>${titleOf(telling, set)}</td>
                  <td>${member[derived]}</td>
                  <td>
                    ${
                      decision
                        ? isDecided
                          ? words.members[decision.isMember ? 'yes' : 'no']
                          : words.again(member[decision.derived])
                        : words.notYet
                    }
                  </td>
                  <td>${decision?.reason ?? ''}</td>
                </tr>
              `,
            )
          })}
        </tbody>
      </table>
    </section>
  `
}
