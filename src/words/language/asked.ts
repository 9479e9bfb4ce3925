/** A word or name in both languages; the French one for a masculine and a feminine noun, where they differ. */
export interface TwoTongues {
  readonly en: string
  readonly fr: string
  readonly frFeminine?: string
}

/** The gender and number of a French noun. */
export type Gender = 'm' | 'f' | 'mp' | 'fp'

/** What is had, taken or done, by its name: "a heart attack", « crise cardiaque (infarctus) ». */
export interface NamedThing extends TwoTongues {
  /** Undefined where nobody knows it: then the name is only listed. */
  readonly gender: Gender | undefined
  /**
   * `named` takes "la" (« la maladie de Kawasaki »), `mass` no number (« de la cortisone »), `own` is the study's own, an
   * `event` was, `food` is met and not had.
   */
  readonly mark?: 'named' | 'mass' | 'own' | 'event' | 'food'
  /** `given`: one takes it or gets it; `done`: it is done to one, or with one; `exam`: it shows something. An illness is none. */
  readonly kind?: 'given' | 'done' | 'exam'
  /** The part of the body that stands in the name: "eye". */
  readonly of?: TwoTongues
}

/** One thing of a rule with all that is said of it, in the order of the rule. */
export interface AskedThing {
  readonly name: NamedThing
  readonly like: readonly AskedLike[]
  readonly tails: readonly AskedTail[]
}

/** What a thing is like: "severe"; `isBefore` where French says it before the noun. */
export interface AskedLike extends TwoTongues {
  readonly isBefore?: boolean
}

/** What is said after a thing; `isAside` where it stands in brackets. */
export type AskedTail =
  | { readonly tail: 'said'; readonly said: TwoTongues }
  | { readonly tail: TailWithThings; readonly things: AskedThings; readonly isAside: boolean }
  | { readonly tail: 'time'; readonly time: AskedTime; readonly isAside: boolean }

/** How things that are said after a thing belong to it; `aside` where only brackets say so. */
export type TailWithThings =
  | 'affects'
  | 'after'
  | 'aside'
  | 'because'
  | 'by'
  | 'for'
  | 'counting'
  | 'defined'
  | 'despite'
  | 'during'
  | 'examples'
  | 'except'
  | 'in'
  | 'linked'
  | 'needs'
  | 'of'
  | 'ofThe'
  | 'to'
  | 'treated'
  | 'with'
  | 'without'

/** Things in a row, and how they are joined; undefined for one alone, or a row of commas. */
export interface AskedThings {
  readonly things: readonly AskedItem[]
  readonly joint: 'or' | 'and' | undefined
}

/** One item of a row. */
export type AskedItem = AskedThing | AskedValue

/**
 * A measured value: where its reading is among those of the rule, how it is called where the reading has no name for it, and
 * what is said after it.
 */
export interface AskedValue {
  readonly reading: number
  readonly called?: TwoTongues
  readonly tails: readonly AskedTail[]
}

/** A time: so many units before something, or that something alone. */
export interface AskedTime {
  readonly kind: 'within' | 'before' | 'moreThan' | 'atLeast' | 'for' | 'longer' | 'ahead'
  readonly count?: number
  readonly unit?: AskedUnit
  /** Before what it is counted; now, where nothing is said. */
  readonly anchor?: AskedAnchor
  /** Or so long as a medicine takes to leave the body, where that is longer. */
  readonly orHalfLives?: boolean
}

/** The units of such times. */
export type AskedUnit = 'hour' | 'day' | 'week' | 'month' | 'year'

/** The events of a study before which time is counted. */
export type AskedAnchor =
  | 'entry'
  | 'screening'
  | 'draw'
  | 'firstDose'
  | 'visit'
  | 'consent'
  | 'surgery'
  | 'test'
  | 'admission'

/** How things are asked for. */
export type AskedFrame =
  | 'have'
  | 'had'
  | 'take'
  | 'took'
  | 'need'
  | 'plan'
  | 'family'
  | 'unable'
  | 'concerns'

/** Whether one can do something, would agree to, or both. */
export type AskedHow = 'can' | 'would' | 'both'

/** Something that a person does: "to stop" with what it is done to, and what is said after it. */
export interface AskedDoing {
  readonly verb: TwoTongues
  readonly to?: AskedThings
  readonly tails: readonly AskedTail[]
}

/**
 * A rule as one plain question: a person's yes means that the rule's words are so; their no, where it `isTurned`. One that
 * `isWide` asks for more than the rule does: a no tells the rule, a yes leaves it open. One that `isPart` asks for some of
 * what is enough by itself: a yes tells the rule, a no leaves it open.
 */
export type AskedRule = {
  readonly isTurned: boolean
  readonly isWide?: true
  readonly isPart?: true
} & (
  | { readonly ask: 'things'; readonly frame: AskedFrame; readonly what: AskedThings }
  | {
      readonly ask: 'set'
      readonly phrase: SetPhrase
      readonly time?: AskedTime
      /** Of another study: one that tests a treatment alone ("interventional"). */
      readonly isOfTreatment?: true
      /** Of `problemWith`: where in the body. */
      readonly parts?: readonly BodyPart[]
    }
  | {
      readonly ask: 'several'
      readonly joint: 'or' | 'and'
      /** Each turned as the whole is. */
      readonly rules: readonly AskedRule[]
    }
  | {
      readonly ask: 'doing'
      readonly how: AskedHow
      readonly doings: readonly AskedDoing[]
      readonly joint: 'or' | 'and' | undefined
    }
  | { readonly ask: 'speaks'; readonly languages: readonly AskedLanguage[] }
  | { readonly ask: 'pregnancy'; readonly about: readonly AboutPregnancy[] }
)

/** What is asked in set words. */
export type SetPhrase =
  | SpokenTopic
  | 'adequateOrgans'
  | 'childbearing'
  | 'comply'
  | 'consent'
  | 'consentAndComply'
  | 'consentOfOther'
  | 'contraception'
  | 'doctorDoubts'
  | 'guardianship'
  | 'healthy'
  | 'insurance'
  | 'measurable'
  | 'negativePregnancyTest'
  | 'otherStudy'
  | 'otherStudyAhead'
  | 'otherStudyEver'
  | 'prison'
  | 'smoking'
  | 'staff'
  | 'swallow'
  | 'telephone'
  | 'walk'

/** What a rule speaks of, where its own words were not read. */
export type SpokenTopic =
  | 'advisedAgainst'
  | 'alcoholOrDrugs'
  | 'alcoholUse'
  | 'badReaction'
  | 'bloodGiven'
  | 'bloodPressure'
  | 'cameBack'
  | 'cancer'
  | 'cancerTreatment'
  | 'careHome'
  | 'effectsOver'
  | 'geneTest'
  | 'healthAllows'
  | 'helper'
  | 'hiv'
  | 'hivOrHepatitis'
  | 'implant'
  | 'infection'
  | 'internet'
  | 'liveNear'
  | 'menopause'
  | 'noMri'
  | 'operationAhead'
  | 'operationBefore'
  | 'problemWith'
  | 'questionnaires'
  | 'sample'
  | 'spread'
  | 'stable'
  | 'studyLanguage'
  | 'tobacco'
  | 'transplant'
  | 'vaccine'
  | 'viralHepatitis'

/** Where in the body a problem is, as a rule speaks of it. */
export type BodyPart =
  | 'blood'
  | 'bones'
  | 'brain'
  | 'defences'
  | 'ears'
  | 'eyes'
  | 'gut'
  | 'heart'
  | 'hormones'
  | 'kidneys'
  | 'liver'
  | 'lungs'
  | 'memory'
  | 'mind'
  | 'mouth'
  | 'nose'
  | 'skin'
  | 'sleep'
  | 'womb'

/** What a rule says of pregnancy: there is one, one is planned, a baby is fed. */
export type AboutPregnancy = 'pregnant' | 'planned' | 'nursing'

/** A language that a rule asks for. */
export type AskedLanguage =
  | 'arabic'
  | 'chinese'
  | 'danish'
  | 'dutch'
  | 'english'
  | 'french'
  | 'german'
  | 'italian'
  | 'japanese'
  | 'korean'
  | 'norwegian'
  | 'portuguese'
  | 'spanish'
  | 'swedish'

/** A measured value of a rule in words, by the place of its reading, with a name of its own: "haemoglobin: 9 g/dL or more". */
export type SpokenValue = (reading: number, called?: string) => string
