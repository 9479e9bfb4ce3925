import { agreedSex } from './agreed-sex.ts'
import { anyPerson, callings, persons } from './persons.ts'

/** The sex of who is ill, as it was said: the words that say it. */
export interface SaidSex {
  readonly words: string
  readonly sex: 'FEMALE' | 'MALE'
}

/**
 * The sex that a sentence says of who is ill: "62F", "a woman of 31", "my son", « ma fille »; undefined where it says none, or
 * both, or where whoever speaks may be the one who is ill ("my son worries, I have lupus").
 */
export function saidSex(text: string): SaidSex | undefined {
  const [carer] = isOfCarer.exec(text) ?? []
  if (carer !== undefined)
    return /(?:aidante|donneuse)$/i.test(carer) ? { words: carer, sex: 'FEMALE' } : undefined
  if (isOfMother(text) && manHas.test(text)) return undefined
  const own = only(found(text, ofOneself)) ?? saidByBody(text) ?? saidByAgreement(text)
  if (own) return own
  if (speaksOfOneself.test(text) || isOver.test(text) || isFeared.test(text)) return undefined
  if (relativeOfOther.test(text)) return only(found(text.replace(relativeOfOther, ''), pronouns))
  return (
    only(found(text, ofOthers)) ??
    (isOfChild.test(text)
      ? only(found(text, isOfBaby.test(text) ? baby : pronouns))
      : isOfStaff.test(text)
        ? undefined
        : only(found(text, ill)))
  )
}

/** Whether a sentence says that a person of whose the speaker is, and not who speaks, is ill: "my mother, 81", « mon mari ». */
export function isSaidOfOther(text: string): boolean {
  if (speaksOfOneself.test(text) || isOver.test(text) || found(text, ofOneself).length > 0)
    return false
  return found(text, ofOthers).some(({ words }) => !anybody.test(words))
}

/** Words of whoever it is, as much of who writes as of somebody else. */
const anybody =
  /^(?:man|woman|lady|gentleman|girl|boy|homme|femme|fille|fillette|gar[çc]on|dame|madame|monsieur|patiente|petite|adolescente)$/i

/** The words of one sex; none where there are those of both. */
function only(all: readonly SaidSex[]): SaidSex | undefined {
  const [first] = all
  return all.every(({ sex }) => sex === first?.sex) ? first : undefined
}

type Patterns = Readonly<Record<SaidSex['sex'], RegExp>>

function found(text: string, patterns: Patterns): readonly SaidSex[] {
  return (['FEMALE', 'MALE'] as const).flatMap((sex) =>
    [...text.matchAll(patterns[sex])].map(([words]) => ({ words, sex })),
  )
}

const start = String.raw`(?<![\p{L}\p{N}'’-])`
const end = String.raw`(?![\p{L}\p{N}-])`

/** Words that only say what somebody is, and never whose: those with "my" are husbands and daughters. */
const grownWomen = 'female|woman|women|lady|girl'
const grownMen = 'male|man|men|gentleman|boy|guy|bloke|chap|dude'

/** "My wife" and "ma femme" are others; "femme de 31 ans" may be who speaks. */
const notMine = String.raw`(?<!(?<!\p{L})(?:my|our|his|her|ma|mon|notre|sa|son) (?:\p{L}+ )?)`

function pattern(source: string): RegExp {
  return new RegExp(`${start}(?:${source})${end}`, 'giu')
}

/** "I'm the daughter, 37", "I'm a 68 year old grandfather": who writes, where nobody else is spoken of. */
const iAmThe = String.raw`(?<=(?<!\p{L})(?:i['’]?m|i am) (?:an?|the) (?:\d{1,2}[ -]?(?:yo|y\/o|(?:years?|yrs?)[ -]?old),? )?)`

const ofOneself: Patterns = {
  FEMALE: pattern(
    String.raw`(?:(?<=\d{2} ?/ ?)f|(?<=sexe? ?[:=] ?)f(?:[ée]minin|emale|emme)?|(?<=\d{2} ?)(?-i:F)|\d{2}f|(?<=(?:^|[,;(.?!] ?)\d{2} )f(?=\s*(?:$|[,;.)]))|(?<=(?:^|[,;(.?!] )\d{2} )f(?= \p{L}{3})|(?<=\p{L}, ?)f(?= \d{2}\s*[.!?]?\s*$)|(?<=\p{L}{3},? \d{2} )f(?=\s*[.!?]?\s*$)|(?<=^ ?)(?-i:F)(?= \d{2} )|(?<=^ ?)(?-i:F)\d{2}(?= )|(?<=[,;] ?)f(?=,? \d{2} ?ans)|(?<=\d{2} ans,? )f(?=\s*(?:$|[,;.)])))(?! (?:cath|sheath|sonde|tube|fdg|needle|drain))|${notMine}(?:${grownWomen}|femme|fille|fillette|dame)(?! (?:m[ée]decin|docteur))|pregnant|enceinte|${iAmThe}(?:daughter|sister|wife|aunt|niece|grandmother|grandma|widow)(?!.*${start}(?:my|our|for)(?!\p{L}))|n[ée]e (?:le|en)|[âa]g[ée]e de|m[ée]nopaus[ée]e|postmenopausal`,
  ),
  MALE: pattern(
    String.raw`(?<=\d{2} ?/ ?)[mh]|(?<=sexe? ?[:=] ?)(?:m(?:asculin|ale)?|h(?:omme)?)|(?<=\d{2} ?)(?-i:M)|\d{2}m|(?<=(?:^|[,;(.?!] ?)\d{2} )[mh](?=\s*(?:$|[,;.)]))|(?<=\p{L}, ?)m(?= \d{2}\s*[.!?]?\s*$)|(?<=\p{L}, ?)h(?= \d{2} ?a(?:ns)?(?:$|[,; ]))|(?<=\p{L}{3},? \d{2} )[mh](?=\s*[.!?]?\s*$)|(?<=^ ?)(?-i:[MH])(?= \d{2} )|(?<=^ ?)(?-i:[MH])\d{2}(?= )|(?<=[,;] ?)h(?=,? \d{2} ?ans)|(?<=\p{L}{4},? )h(?= \d{2} ?ans)|(?<=\d{2} ans,? )[mh](?=\s*(?:$|[,;.)]))|${notMine}(?:${grownMen}|homme|gar[çc]on|monsieur)|${iAmThe}(?:son|brother|husband|uncle|nephew|grandfather|grandad|grandpa|widower)(?!.*${start}(?:my|our|for)(?!\p{L}))`,
  ),
}

/** "My daughters eczema": many leave out the apostrophe. */
const ofOne = String.raw`(?:(?<=(?:^|(?:my|our|his|her) (?:\p{L}+ )?)\p{L}+)s(?! (?:have|are|were|both|and|all|had)(?!\p{L})))?`

/** "My ex-husband", "great-aunt", « arrière-grand-mère »: a part before the word is no other word. */
const joined = '(?:(?:ex|half|great|god|foster|adoptive|arri[èe]re|demi)[- ])?'

/** « Ma coloc »: the word before it tells. */
const ofEither = '(?:coloc(?:ataire)?|coll[èe]gue|pote|partenaire|gosse|prof|cousin|petit[- ]ami)'

const ofOthers: Patterns = {
  FEMALE: pattern(
    `${joined}(?:${persons.female}|belle[- ](?:m[èe]re|s[œo]e?ur|fille|maman))(?:[ -]in[ -]law)?${ofOne}|(?<=ma )${ofEither}`,
  ),
  MALE: pattern(`${joined}(?:${persons.male})(?:[ -]in[ -]law)?${ofOne}|(?<=mon )${ofEither}`),
}

const pronouns: Patterns = {
  FEMALE: pattern(`she|she['’]?s|her|elle`),
  MALE: pattern(`he|he['’]?s|him|his|lui(?=,? il )|il(?= (?:a|est|ne|n['’]))`),
}

/** « Notre bébé, il a … » is said of a girl too. */
const isOfBaby = /(?<!\p{L})(?:b[ée]b[ée]|bb|nourrisson|enfant|nouveau-n[ée]|jumeau)(?!\p{L})/iu
const baby: Patterns = { ...pronouns, MALE: pattern(`he|he['’]?s|him|his`) }

/** « Elle a 9 ans »: what is said of people alone. */
const asSubject = String.raw`(?= (?:a (?:\d|eu )|est (?:atteinte?|n[ée]e?|malade|suivie?|[âa]g[ée]e?|trait[ée]e?|op[ée]r[ée]e?|hospitalis[ée]e?|sous)|souffre|vit|habite|prend|ne (?:mange|parle|dort|marche|voit|supporte)))`

/** "So bad he can't play": of nobody else that is named. */
const ill: Patterns = {
  FEMALE: pattern(`she|she['’]?s|elle${asSubject}`),
  MALE: pattern(`he|he['’]?s|him|il${asSubject}`),
}

/** Then "he" may be who treats. */
const isOfStaff =
  /(?<!\p{L})(?:doctors?|dr|gp|consultant|surgeon|nurse|specialist|oncologist|vet|dog|cat)(?!\p{L})/iu

/** "His mother had breast cancer, he has …": "he" is who is ill, and the mother is not. */
const relativeOfOther = new RegExp(
  String.raw`${start}(?:his|her|their|sa|son|leur) (?:${persons.male}|${persons.female})(?:[ -]in[ -]law)?(?:(?: (?:has|had|have|died|also|a|avait|est|ayant|eu)| (?:mort|d[ée]c[ée]d[ée])e?)(?!\p{L}))[^.;]{0,60}?(?=[,.;]? (?:and |but |et |mais )?(?:he|she|lui|elle|il)(?!\p{L}))`,
  'iu',
)

const isOfChild = new RegExp(
  `${start}(?:(?:my|our|mon|ma|notre) (?:\\p{L}+ )?${anyPerson}|${persons.either})${end}`,
  'iu',
)

/** "My mother had glaucoma and I want to be screened": who speaks fears what another had. */
const isFeared =
  /(?<!\p{L})(?:(?:had|avait|avaient|ont eu|a eu) .*(?<!\p{L})(?:(?:(?:should|can|could|will|might|do) i|i|me|my own|myself)(?!\p{L}).*(?:screen|test|risk|carry|carrier|inherit|prevent|avoid|check|get it)|(?:je|j['’]|moi|mon)(?!\p{L}).*(?:d[ée]pist|test|risque|porteu|h[ée]rit|pr[ée]ven|[ée]vit|contr[ôo]l|surveill))|(?:am|suis) (?:i )?(?:at risk|[àa] risque|porteu\p{L}+))/iu

/** Who cares for somebody and asks for carers, or gives to somebody: whose sex is said is not who is sought for. */
const isOfCarer =
  /(?<!\p{L})(?:donneuses?|donneurs? [^,;.]*pour (?:mon|ma|mes|notre|un|une)|donors? for (?:my|our|a)|(?:kidney|liver|marrow|stem cell|bmt|organ) donors?|aidante?s?|proches? aidante?s?|(?:care ?giver|carer) (?:of|for|to)|(?:for|helps?|support\p{L}*) (?:the )?(?:care ?givers?|carers?)|(?:i['’]?m|i am) (?:a|the|his|her|my \p{L}+['’]?s) (?:care ?giver|carer)|(?:care ?giver|carer) (?:burn ?out|stress|strain|support|study))(?!\p{L})/iu

/** A word of how: "très fatiguée"; not « au lycée », « cette année », « sous deux traitements ». */
const asIAm = String.raw`(?:(?!(?:aux?|en|à|la|les|cette|ces|chaque|par|sur|dans|de|des|du|sous|avec|chez|entre|pour|vers)(?!\p{L}))\p{L}+ )?`

/** What only a woman's body does, or a man's; said of whoever it is where nobody else is spoken of. */
const ofBody: Patterns = {
  FEMALE: pattern(
    "(?:mycoses?|s[ée]cheresse|infections?|d[ée]mangeaisons?|pertes) vaginales?|vaginal (?:thrush|dryness|itch\\p{L}*|discharge|infections?)|pregnanc(?:y|ies)|grossesses?|(?:peri-?|post-?|pre-?)?menopaus(?:e|al)|(?:p[ée]ri-?|pr[ée]-?)?m[ée]nopause|(?:my|heavy|painful|irregular|late|missed|between|during|without|no) periods?(?! of)|menstrua\\p{L}+|(?:mes|les) r[èe]gles|(?:plus|pas|absence|sans|retard) de r[èe]gles(?! (?:strict|clair|pr[ée]cis))|r[èe]gles (?:tr[èe]s |trop |si )?(?:abondantes|douloureuses|h[ée]morragiques|irr[ée]guli[èe]res|longues|fortes|absentes|rares)|st[ée]rilet|frottis|(?:pap |cervical |abnormal )smears?|smear tests?|breast-?feeding|(?:[ld]['’])?allaitement|j['’]allaite|(?:[ld]['’])?accouchements?|j['’]ai accouch[ée]|c[ée]sarienne|c-section|c(?:ae|e)sarean|childbirth|giving birth|gave birth|post[ -]?partum|miscarriages?|fausses?[ -]couches?|hyst[ée]rectom(?:y|ie)|my (?:womb|uterus|ovar(?:y|ies)|cervix|vagina|vulva)|mon (?:ut[ée]rus|vagin)|mes ovaires|ma vulve|" +
      `je (?:suis|reste|me sens) ${asIAm}(?:(?!athée(?!\\p{L}))\\p{L}+ée|suivie|gu[ée]rie|remise|mise|prise|sortie|folle|\\p{L}+euse|inqui[èe]te|atteinte|seule|veuve|sportive|vieille)|j['’]ai [ée]t[ée] (?:\\p{L}+ée|suivie|mise|prise|remise)|(?:me|m['’]) ?rend folle|(?<=(?:^|[,;.] ?|[,;.] (?:tr[èe]s|trop|si|pas encore|pas|jamais|non|toujours|d[ée]j[àa]|un peu|bien|compl[èe]tement) ))(?:fatigu|[ée]puis|vaccin|essouffl|d[ée]sesp[ée]r|alit|retrait|dialys|handicap|hospitalis|amput|constip|stress|d[ée]prim|d[ée]courag)[ée]e`,
  ),
  MALE: pattern(
    `my (?:prostate|testicles?|penis|erections?)|ma prostate|mes (?:testicules|[ée]rections)|mon p[ée]nis|vasectom(?:y|ie)|je (?:suis|me sens) ${asIAm}(?:fou|(?!(?:deux|ceux|mieux)(?!\\p{L}))\\p{L}+eux|inquiet|atteint|veuf|sportif|vieux)|me rend fou`,
  ),
}

/** Said of oneself: beside an age or last, at the beginning, between signs or behind "I am"; not « l'infirmière m'a dit ». */
const said = String.raw`(?<=(?:^|[,;.(] ?|je suis |i['’]?m |i am )(?:(?:une?|an?|jeune|ancien(?:ne)?|retired) )*)`
const determined = String.raw`(?<!(?<!\p{L})(?:la|le|les|l['’]|une?|des|ma|mon|mes|sa|son|ses|cette|ce|notre|votre|chez|de|du|d['’]|par|avec|et|[àa]|au|by|the|an?|my|our|his|her|per|with|and|from|no|pas|non|ancien|ancienne) ?)`
const besideAge = String.raw`(?<=\d{2} ans,? )`
const ofCalling: Patterns = {
  FEMALE: pattern(
    `${said}(?:${callings.female})|${besideAge}(?:${callings.female})|${determined}(?:${callings.female})(?=,? \\d{2} ans|\\s*[.!?]?$)`,
  ),
  MALE: pattern(
    `${said}(?:${callings.male})|${besideAge}(?:${callings.male})|${determined}(?:${callings.male})(?=,? \\d{2} ans|\\s*[.!?]?$)`,
  ),
}

/** A woman who gave birth or breastfeeds is who is ill, whatever she says of her child. */
const ofMother = pattern(
  "post[ -]?partum depression|post[ -]?natal depression|d[ée]pression (?:du )?post[ -]?partum|(?:apr[èe]s|depuis) (?:l['’]|mon )accouchement|j['’](?:allaite|ai accouch[ée])|(?:i['’]?m|i am|while|still) breast-?feeding|(?:after|since) (?:i gave|giving) birth|(?:since|after) (?:the |my |having )?(?:1st|2nd|3rd|first|second|third|last) (?:baby|child)|(?:since|after) (?:the|my|having) (?:kids|babies|twins)|depuis (?:mon|le) (?:\\p{L}+ )?(?:b[ée]b[ée]|accouchement)|baby blues|mastite|mastitis",
)

/** Whether it is the mother of a small child who is ill, of whom its age is none. */
export function isOfMother(text: string): boolean {
  ofMother.lastIndex = 0
  return ofMother.test(text)
}

/** "My husband has postpartum depression": what is said does not agree. */
const manHas = new RegExp(
  `${start}(?:my|our|mon|notre) (?:\\p{L}+ )?(?:${persons.male}) (?:has|suffers|got|is having|a|souffre|fait)${end}`,
  'iu',
)

/** By agreement, where nobody is spoken of whose word is of one gender whoever it is (« mon enfant, né en 2019 »). */
function saidByAgreement(text: string): SaidSex | undefined {
  const all = found(text, agreedSex).filter(
    ({ words }) => !genericMasculine.test(words) || speaksAsOne.test(text),
  )
  if (all.length === 0 || found(text, ofOthers).length > 0 || ofAnyGender.test(text))
    return undefined
  return only(all)
}

/** « Greffé du rein », « porteur du gène »: said of anybody, but for « je suis greffé ». */
const genericMasculine = /^(?:greffé|transplanté|vacciné|porteur)$/iu
const speaksAsOne = /(?<!\p{L})(?:je suis|j['’]ai [ée]t[ée]|j['’][ée]tais)(?!\p{L})/iu

const ofAnyGender = new RegExp(
  `${start}(?:${persons.either}|children|kids|twins|patients?)${end}`,
  'iu',
)

function saidByBody(text: string): SaidSex | undefined {
  if (!mayBeOfBody.test(text)) return undefined
  const [mother] = text.match(ofMother) ?? []
  if (mother !== undefined) return { words: mother, sex: 'FEMALE' }
  if (found(text, ofOthers).length > 0 || somebodySmall.test(text.replace(noBaby, '')))
    return undefined
  return only(found(text, ofBody)) ?? only(found(text, ofCalling))
}

/** Without a word of these nothing is told so: most sentences are done with it. */
const mayBeOfBody = new RegExp(
  'pregnan|grossesse|vagin|menop|ménop|meno-p|period|menstr|r[èe]gles|breast|mastit|allait|accouch|sarienne|c-section|sarean|birth|partum|natal|blues|(?:since|after|depuis) |miscarr|fausse|hyst[ée]r|st[ée]ril|frottis|smear|' +
    "womb|uterus|ut[ée]rus|ovar|ovair|cervix|vagin|vulv|prostat|testic|penis|p[ée]nis|[ée]rection|vasect|je (?:suis|reste|me)|j[’']ai [ée]t[ée]|rend f|[ée]e(?!\\p{L})|" +
    `(?:${callings.female}|${callings.male})`,
  'iu',
)

const noBaby = /(?<!\p{L})baby (?=aspirin|blues|weight|bump)/giu
const somebodySmall = new RegExp(
  `${start}(?:${persons.either}|children|kids|partner|born|née?s?|twins)${end}`,
  'iu',
)

/** Then a mother or a son may be somebody else; who asks for another says so as well. */
const speaksOfOneself = new RegExp(
  String.raw`(?<!\p{L})(?:i (?:have|had|suffer|live with|got)(?! (?:an? |two |three )?(?:\p{L}+ )?${anyPerson}s?(?!\p{L}))|i['’]?ve (?:got|had|been)|(?:i['’]?m|i am)(?! (?:looking|searching|writing|asking|desperate|worried|trying|hoping|the(?! one)|an? (?:\p{L}+ )?(?:mother|father|mum|mom|dad|parent|carer|caregiver|nurse|doctor|gp)(?!\p{L})))|myself|et moi (?:avons|souffrons|on)|and (?:i|me) (?:have|both|suffer|are|got)|(?<!(?:pr[èe]s de|loin de|autour de|proche de|c[ôo]t[ée] de|[àa]) )chez moi|(?<!(?:aide[rz]|excuse[rz]|dites|donnez|chez|de|avec|et|sans|comme)[ -])moi,? (?:c['’]est|j['’]|je|aussi|m[êe]me)|j['’ ]?ai(?! (?:(?:une? |deux |trois )?(?:\p{L}+ )?${anyPerson}s?|peur|lu|vu|entendu|besoin|envie|appris|compris|demand[ée]|cherch[ée]|trouv[ée]|l['’]impression|(?:une|des) questions?)(?!\p{L}))|je (?:suis(?! (?:l[ea]|(?:une? )?(?:maman|papa|m[èe]re|p[èe]re|parent|m[ée]decin|infirmi\p{L}+)|d[ée]sesp[ée]r\p{L}*|inqui[èe]te?))|souffre|prends|perds|fais))(?!\p{L})`,
  'iu',
)

/** Who died, or runs through a family, is not who is ill. */
const isOver =
  /(?<!\p{L})(?:died|(?:is|are|was|now|both|long) dead|passed away|(?:est|sont) (?:mort|d[ée]c[ée]d[ée])e?s?|d[ée]c[ée]d[ée]e?s?|family history|runs in|ant[ée]c[ée]dents? famili\p{L}+)(?!\p{L})/iu
