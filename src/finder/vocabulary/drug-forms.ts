import { tokens } from './fold.ts'

/** Words after the name of a substance that name its salt, ester or water, English and French: the medicine is the same. */
const salts: ReadonlySet<string> = new Set(
  tokens(`hydrochloride dihydrochloride monohydrochloride hcl chlorhydrate dichlorhydrate hydrobromide bromhydrate bromide
    bromure hydroiodide iodide iodure sodium disodium monosodium sodique disodique monosodique potassium dipotassium
    potassique calcium calcique magnesium magnesique sulfate bisulfate hemisulfate sulphate hydrogen acetate diacetate
    mesylate mesilate dimesylate maleate malate hydrogenomaleate tartrate bitartrate hydrogenotartrate citrate dicitrate
    phosphate diphosphate fumarate hemifumarate hydrogenofumarate succinate hemisuccinate besylate besilate tosylate
    tosilate ditosylate nitrate lactate gluconate palmitate pamoate embonate decanoate enanthate enantate cypionate
    cipionate undecanoate propionate dipropionate valerate furoate acetonide hexacetonide monohydrate hydrate dihydrate
    trihydrate sesquihydrate hemihydrate monohydrate anhydrous anhydre hydrated edisylate xinafoate trometamol
    tromethamine olamine meglumine lysine arginine erbumine axetil cilexetil medoxomil proxetil etexilate benzoate
    stearate estolate ethylsuccinate hyclate aspartate camsylate carbonate salt sel`),
)

/** Whether a word as `tokens` gives it names a salt, an ester or the water in a substance. */
export function isSalt(word: string): boolean {
  return salts.has(word)
}

const forms =
  /\s+(?:oral|injection|injectable|intravenous|intramuscular|subcutaneous|topical|nasal|inhalation|ophthalmic|vaginal|rectal|transdermal|buccal|sublingual|implant|patch|liposomal|lipid complex|intrauterine system|s)$/i

/** The name of a substance without its use in brackets, its form and the four letters of a copy ("-dkst"). */
export function withoutForms(name: string): string {
  const bare = name
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/(?<=ab|cept|stim|tide|mide|in)-[a-z]{4}$/i, '')
  const shorter = bare.replace(forms, '')
  return shorter === bare ? bare : withoutForms(shorter)
}

const noBases: ReadonlySet<string> = new Set(
  `sodium potassium calcium magnesium iron ferric ferrous zinc iodine aluminum aluminium copper selenium silver gold phosphate
  chloride sulfate citrate nitrate insulin interferon estrogen estrogens isosorbide immunoglobulins vitamin vaccine immunoglobulin bismuth strontium fluoride iodide
  bromide chromium manganese cobalt barium ammonium nitrogen sulfur carbon phosphorus radium gadolinium technetium hydrogen dextran`.split(
    /\s+/,
  ),
)

/** Whether a name is that of an element or of a kind of medicine, which medicines beginning with it are not. */
export function isNoBase(name: string): boolean {
  return noBases.has(name.toLowerCase())
}

/** Names of medicines that mean something else in a sentence. */
export const everydayWords: ReadonlySet<string> = new Set(
  `act additive advance aim air allay allergy amen android antibiotic anticoagulant antifungal antitussive any
  armour art borax calamus capital citrate cold commit compound congest cough crest daytime derma dextrose dial
  dialysis drill endure enhancer expectorant fleet flu formula fractal freya glister glucose heather heavy inh
  intermezzo isobar jasmine laxative mag medicament micro minerva murine muse mya nighttime nix peg phosphate pop
  quartette refresh select soma sonata sojourn stud sulla tabloid tao thrive tindal ting today tpn triad versed
  vortex water oxygen air nitrogen alcohol ethanol sugar salt iron tea coffee milk egg peanut wheat dog cat honey
  pollen dust grass`.split(/\s+/),
)

/** Other names of medicines that mean something else to most who type them: a company, a hormone measured, a procedure. */
const otherMeanings: ReadonlySet<string> = new Set([
  ...'bayer anxiety cholesterol cortisol diane doral flac hierro ringer tace pred nitro amber'.split(
    ' ',
  ),
  'vitamin b',
  'athlete foot',
  'beta 2',
  'c peptide',
  'alpha amylase',
  'pre op',
  'pre op ii',
  'plan b',
  'thyroid gland',
  'estrogen replacement therapy',
  'l name',
  'one alpha',
  'r gene',
])

/** Words of which the names of home remedies are made ("Daytime Cold Sinus Relief"): alone, and together, they name a complaint. */
const remedyWords: ReadonlySet<string> = new Set(
  tokens(`acid control allergy care eye drop drops formula liquid relief sinus medication antacid suspension anti itch
    itching plus spray arthritis pain artificial tears burn chest congestion child children cough clear cold and flu fever
    day daytime night nighttime complete diarrhea dry dual action extra strength regular junior fiber on tablet tab gas her
    style hormonal joint comfort little nose noses medical air menstrual muscle body nasal natural therapy oral defense
    original antibiotic out peptic precise rapid fast sleep aid sterile summit ultra travel total headache migraine by
    design stomach heart burn heartburn tooth toothache throat sore skin lip hair scalp foot wart corn acne baby infant
    adult maximum max severe multi symptom mucus daily health support energy women men s a c d e f h k x ii md hd 2 5 8 10
    50 60 76 85 500 slow micro tri ten release caplet caplets capsule gel cream lotion ointment wash soap powder`),
)

/** Names that are in dictionaries and mean nothing but the medicine. */
const plainlyMedicines: ReadonlySet<string> = new Set(
  `datril rifampin albuterol isoproterenol metaproterenol amidopyrine aminopyrine amphotericin barbitone cephaloridine
  cephalothin clomiphene corticotrophin adrenocorticotrophin adrenocorticotropin dibucaine propoxyphene diacetylmorphine
  dicumarol dideoxyinosine stilboestrol tetrahydrocannabinol ephedra epinephrin ergonovine folacin liquemin
  meclofenamate pyrilamine deoxyephedrine methamphetamine mebaral mephobarbital methicillin nafcil trinitroglycerin
  methylenedioxymethamphetamine pentylenetetrazol luminal phenobarbitone diphenylhydantoin phytonadione mithramycin
  novocaine mepacrine quinidex rauwolfia lactoflavin hyoscine sulfamezathine aneurin thiamin deoxythymidine lactaid pitressin
  viocin calciferol rohypnol streptodornase thyroxin triiodothyronine enkaid privine peritrate argyrol`.split(
    /\s+/,
  ),
)

/** Whether a name of one word that is in dictionaries too surely means the medicine. */
export function isPlainlyMedicine(word: string): boolean {
  return plainlyMedicines.has(word)
}

/** Whether a name, by its words as `tokens` gives them, means something else to most who write it. */
export function isEveryday(words: readonly string[]): boolean {
  const [only] = words
  if (words.length === 1 && only !== undefined && everydayWords.has(only)) return true
  return otherMeanings.has(words.join(' ')) || words.every((word) => remedyWords.has(word))
}

/** Abbreviations of medicines that mean an illness, a procedure or a value too: a medicine where words say that it is given. */
export const ambiguousCodes: ReadonlySet<string> = new Set(
  'CBD EPO GHB HHT IL-2 LSD MDMA MMC MPH NAC THC EMB'.split(' '),
)
