import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Criterion } from '../../../finder/eligibility/criteria.ts'
import { illnessesOf } from '../../../finder/self-check/about-illness.ts'
import {
  type CheckPlan,
  type PlannedItem,
  type PlannedQuestion,
  checkPlanOf,
} from '../../../finder/self-check/plan.ts'
import { phraseText, questionText } from '../../../finder/self-check/question-text.ts'
import { answerName } from '../../../finder/self-check/read-answers.ts'
import { type SelfCheck, selfCheckOf } from '../../../finder/self-check/self-check.ts'
import type { Vocabulary } from '../../../finder/vocabulary/concept.ts'
import type { Language } from '../../../words/language/language.ts'
import { type Who, whos } from '../../../words/language/who.ts'
import type { Speech } from '../../../words/spoken.ts'
import { wordsOf } from '../../../words/words.ts'
import { genderSystem } from '../parts/code-systems.ts'
import { extensionUrl } from '../parts/extensions.ts'
import { illnessQuestion } from './illness-question.ts'
import { filledIn } from '../parts/filled-in.ts'
import type { SharedCoding, SharedExtension } from '../parts/shapes.ts'
import { metaOf, resourceTitle } from '../parts/study-header.ts'
import { plainLine } from '../parts/texts.ts'
import type { FhirVersion } from '../xml/element-table.ts'
import { ageCodes, answerCodes, choiceCoding, sexCodes } from './check-codes.ts'

/** What a self-check is put into FHIR with. */
export interface CheckOptions {
  readonly version: FhirVersion
  readonly language: Language
  readonly vocabulary: Vocabulary
  /** `yyyy-MM-dd` */
  readonly today: string
  /** The address of the FHIR server, without a slash at its end. */
  readonly base: string
  /** For whom the questions are worded; the person whom the study is usually for, unless said. */
  readonly who?: Who
}

/** A question, a group of them, or a line that is only shown. */
export interface CheckItem {
  readonly linkId: string
  readonly text: string
  readonly type: 'group' | 'display' | 'integer' | 'choice' | 'coding'
  readonly enableWhen?: readonly {
    readonly question: string
    readonly operator: 'exists' | '!='
    readonly answerBoolean?: boolean
    readonly answerCoding?: Omit<SharedCoding, 'display'>
  }[]
  readonly enableBehavior?: 'all'
  readonly answerOption?: readonly { readonly valueCoding: SharedCoding }[]
  readonly item?: readonly CheckItem[]
}

/** The self-check of a study as a Questionnaire, of R4 or R5. */
export interface CheckQuestionnaire {
  readonly resourceType: 'Questionnaire'
  readonly id: string
  readonly language: Language
  readonly extension: readonly SharedExtension[]
  readonly url: string
  /** Changes with the criteria. */
  readonly version: string
  readonly title: string
  readonly status: 'active'
  readonly subjectType: readonly ['Patient']
  readonly date?: string
  readonly description: string
  readonly item: readonly CheckItem[]
}

/** The id of the questionnaire of a study in a language. */
export function questionnaireId(nctId: string, language: Language): string {
  return `${nctId}-${language}`
}

/**
 * The self-check of a study: for whom it is, age and sex, the illness, and each criterion of which a plain question could be made,
 * by the names that the pages' form gives them (`c_e1`). The other criteria are shown, in the team's words.
 */
export function questionnaireOf(stored: StoredStudy, options: CheckOptions): CheckQuestionnaire {
  const { study } = publicRecord(stored)
  const protocol = study.protocolSection
  const { nctId } = protocol.identificationModule
  const { language, base } = options
  const words = wordsOf(language)
  const check = selfCheckOf(protocol, options)
  const id = questionnaireId(nctId, language)
  return filledIn<CheckQuestionnaire>({
    resourceType: 'Questionnaire',
    id,
    language,
    extension: [
      {
        url: extensionUrl(base, 'study'),
        valueReference: {
          reference: `ResearchStudy/${nctId}`,
          type: 'ResearchStudy',
          display: resourceTitle(study),
        },
      },
    ],
    url: `${base}/Questionnaire/${id}`,
    version: check.form.rules,
    title: plainLine(words.check.title(resourceTitle(study))) ?? nctId,
    status: 'active',
    subjectType: ['Patient'],
    ...dateOf(metaOf(study).lastUpdated),
    description: plainLine(words.check.onlyTeam) ?? '',
    item: itemsOf(check, { ...options, words }),
  })
}

function dateOf(lastUpdated: string | undefined): { date?: string } {
  return lastUpdated === undefined ? {} : { date: lastUpdated.slice(0, 10) }
}

interface Asking extends CheckOptions, Speech {}

function itemsOf(check: SelfCheck, asking: Asking): readonly CheckItem[] {
  const { check: words } = asking.words
  const who = asking.who ?? check.form.who
  const hasIllness = illnessesOf(check.study.protocol).length > 0
  const plan = checkPlanOf(check, { who }, hasIllness)
  const askedOf = new Map(
    (['FEMALE', 'MALE'] as const).map((sex) => [
      sex,
      idsAsked(checkPlanOf(check, { who, sex }, hasIllness)),
    ]),
  )
  return [
    ...personItems(asking),
    ...plan.parts.map(({ title, items }, at) => ({
      linkId: `part-${at + 1}`,
      text: words.parts[title],
      type: 'group' as const,
      item: items.map((item, place) =>
        itemOf(item, { check, asking, who, askedOf, place: `list-${at + 1}-${place + 1}` }),
      ),
    })),
    ...siteItems(plan.site, asking),
  ]
}

function idsAsked({ parts }: CheckPlan): ReadonlySet<string> {
  const questions = parts.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.kind === 'illness') return []
      return item.kind === 'one' ? [item.question] : item.questions
    }),
  )
  return new Set(questions.map(({ criterion }) => criterion.id))
}

function personItems(asking: Asking): readonly CheckItem[] {
  const { check: words } = asking.words
  const { base } = asking
  return [
    choiceItem(
      asking,
      'who',
      words.who.legend,
      whos.map((who) => choiceCoding('check', who, words.who[who], base)),
    ),
    { linkId: 'age', text: words.age.value, type: 'integer' },
    {
      ...choiceItem(
        asking,
        'unit',
        words.age.unit,
        Object.entries(ageCodes).map(([unit, code]) =>
          choiceCoding('unit', code, words.age.units[unit as keyof typeof ageCodes], base),
        ),
      ),
      enableWhen: [{ question: 'age', operator: 'exists', answerBoolean: true }],
    },
    choiceItem(
      asking,
      'sex',
      words.sex.legend,
      Object.entries(sexCodes).map(([sex, code]) =>
        choiceCoding('sex', code, words.sex[sex as keyof typeof sexCodes], base),
      ),
    ),
  ]
}

function choiceItem(
  { version }: Pick<CheckOptions, 'version'>,
  linkId: string,
  text: string,
  codings: readonly SharedCoding[],
): CheckItem {
  return {
    linkId,
    text: plainLine(text) ?? linkId,
    type: version === 'R4' ? 'choice' : 'coding',
    answerOption: codings.map((valueCoding) => ({
      valueCoding: { ...valueCoding, display: plainLine(valueCoding.display) ?? valueCoding.code },
    })),
  }
}

/** What one question of a plan is put into words with. */
interface Place {
  readonly check: SelfCheck
  readonly asking: Asking
  readonly who: Who
  /** The criteria that are asked of somebody of a sex. */
  readonly askedOf: ReadonlyMap<'FEMALE' | 'MALE', ReadonlySet<string>>
  readonly place: string
}

function itemOf(item: PlannedItem, place: Place): CheckItem {
  const { check, asking, who } = place
  if (item.kind === 'illness')
    return yesNoItem(asking, 'condition', illnessQuestion(asking, check.study.protocol, who))
  if (item.kind === 'one')
    return ruleItem(item.question, questionText(asking, item.question, who), place)
  const { lists } = asking.words.check
  const { frame } = item
  return {
    linkId: place.place,
    text: plainLine((frame ? lists[frame] : lists.concerns)(who)) ?? place.place,
    type: 'group',
    item: item.questions.map((one) =>
      ruleItem(one, (frame ? phraseText : questionText)(asking, one, who), place),
    ),
  }
}

function yesNoItem(asking: Asking, linkId: string, text: string): CheckItem {
  const { tiles } = asking.words.check
  return choiceItem(
    asking,
    linkId,
    text,
    Object.entries(answerCodes).map(([answer, code]) =>
      choiceCoding('check', code, tiles[answer as keyof typeof answerCodes], asking.base),
    ),
  )
}

/** A question with the team's own words under it; what is not asked of a man or a woman waits for that answer. */
function ruleItem(
  { criterion, rule }: PlannedQuestion,
  text: string,
  { asking, askedOf }: Place,
): CheckItem {
  const linkId = answerName(criterion.id)
  const except = [...askedOf].flatMap(([sex, ids]) => (ids.has(criterion.id) ? [] : [sex]))
  return {
    ...yesNoItem(asking, linkId, text),
    ...(except.length > 0 && {
      enableWhen: except.map((sex) => ({
        question: 'sex',
        operator: '!=' as const,
        answerCoding: { system: genderSystem, code: sexCodes[sex] },
      })),
      ...(except.length > 1 && { enableBehavior: 'all' as const }),
    }),
    item: [
      ...(rule.isPart ? [restItem(linkId, asking)] : []),
      { linkId: `${linkId}-own`, text: ownWords(criterion), type: 'display' },
    ],
  }
}

/** Where a question is of a part of its rule: that the site asks the rest, as the page says. */
function restItem(linkId: string, { words }: Speech): CheckItem {
  return { linkId: `${linkId}-rest`, text: words.check.moreInRule, type: 'display' }
}

function siteItems(site: readonly Criterion[], { words }: Asking): readonly CheckItem[] {
  if (site.length === 0) return []
  return [
    {
      linkId: 'site',
      text: words.check.siteRules.title,
      type: 'group',
      item: site.map((criterion) => ({
        linkId: `site-${criterion.id}`,
        text: ownWords(criterion),
        type: 'display' as const,
      })),
    },
  ]
}

function ownWords({ heading, text, id }: Criterion): string {
  return plainLine(heading === undefined ? text : `${heading}: ${text}`) ?? id
}
