import type { Gender } from '../../../words/language/asked.ts'

/**
 * The gender and number of a French name of an illness, by its first word: only where that word, or its ending, is sure;
 * undefined otherwise. Rule `french-gender@2`.
 */
export function genderOf(name: string): Gender | undefined {
  const first = (/^[\p{L}’'-]+/u.exec(name.toLowerCase()) ?? [''])[0]
  if (
    /^(?:troubles|maux|vomissements|polypes|calculs|acouphènes|vertiges|kystes|oreillons|jumeaux)$/.test(
      first,
    )
  )
    return 'mp'
  if (
    /^(?:maladies|apnées|tumeurs|métastases|convulsions|règles|hémorroïdes|varices|infections|malformations|anomalies|lésions|verrues|complications)$/.test(
      first,
    )
  )
    return 'fp'
  const word = first.split('-').at(-1) ?? first
  const one = singularGender(first) ?? singularGender(word)
  if (one !== undefined) return one
  // « Dyskinésies » are of limbs in our list of names, and in records of the heart too.
  const ofMany =
    first.endsWith('s') && first !== 'dyskinésies' ? singularGender(first.slice(0, -1)) : undefined
  return ofMany && `${ofMany}p`
}

function singularGender(word: string): 'm' | 'f' | undefined {
  if (masculine.test(word)) return 'm'
  return feminine.test(word) ? 'f' : undefined
}

/** « maladie de Crohn », « syndrome de Gilbert », « le VIH »: there is but one. */
export function isNamedAfter(name: string): boolean {
  return /^(?:VIH|oreillons)$|^(?:maladie|syndrome|tétralogie|sarcome|thyroïdite|anémie|ataxie) (?:de |d’|d'|du )?\p{Lu}/u.test(
    name,
  )
}

const masculine =
  /^(?:sinus|délire|anneau|obstacle|pancréas|pseudokyste|paraphimosis|parapsoriasis|phlegmon|phimosis|pica|pityriasis|placenta|pneumopéricarde|pneumopéritoine|rétropneumopéritoine|hydramnios|prurigo|ptérygion|pyoderma|pyomètre|rétinoschisis|uretère|rhinophyma|sclérœdème|sclérème|scléromyxœdème|scorbut|trait|tabès|trichiasis|doigt|pian|laparoschisis|genu|hallux|orteil|coup|hématocolpos|hémopéritoine|hoquet|orgelet|hyphéma|hypospadias|impétigo|intertrigo|lipœdème|livedo|symptôme|pneumomédiastin|mégacôlon|méléna|myosis|molluscum|pont|myxœdème|ongle|intestin|oligoamnios|rythme|déséquilibre|délirium|faux|arc|béribéri|poumon|blépharophimosis|ptosis|accès|malaise|anthrax|bas|chalazion|chancre|chikungunya|diastasis|mésusage|surdosage|ecthyma|ectropion|éléphantiasis|hydrops|entropion|épispadias|érysipèle|érythrasma|corps|conflit|volet|foramen|cal|thorax|décès|vih|acouphène|aphte|avc|gist|nodule|souffle|herpès|choléra|torticolis|spina|canal|remodelage|œsophage|kératocône|xeroderma|lymphœdème|angiœdème|membre|deuil|pied|tennis|ventricule|tronc|éternuement|prédiabète|spondylolisthésis|phénomène|angor|ostéophyte|flutter|acanthosis|mycosis|coryza|diastème|diverticule|empyème|rein|lentigo|mouvement|complexe|tartre|second|cœur|syndrome|cancer|diabète|asthme|lupus|trouble|ulcère|zona|rhume|mal|arrêt|état|choc|bloc|reflux|retard|déficit|psoriasis|eczéma|glaucome|sida|covid|accident|abcès|kyste|polype|calcul|œdème|goitre|coma|tétanos|lymphome|mélanome|myélome|carcinome|sarcome|gliome|neuroblastome|glioblastome|adénome|fibrome|emphysème|infarctus|anévrisme|spasme|prurit|rachitisme|paludisme|alcoolisme|autisme|rhumatisme|traumatisme|nanisme|daltonisme|strabisme|botulisme|saturnisme|érythème|exanthème|purpura|vitiligo|lichen|pemphigus|sepsis|delirium|stress|tabagisme|surpoids|tic|vertige|pneumothorax|hémothorax|prolapsus|rétrécissement|saignement|manque|excès|rejet|cholestérol|ictère|hirsutisme|lichen|muguet|\p{L}+(?:isme|ome|oma|us|ement|ocarcinome|thorax|spasme))$/u
const feminine =
  /^(?:réponse|pars|pâleur|poche|veine|pinguécula|pinta|progéria|valve|grenouillette|rectocèle|rosacée|artère|spermatocèle|sprue|vergeture|désunion|maigreur|teigne|pupille|usure|torsade|urétérocèle|varicocèle|rate|dmla|embarrure|langue|épine|hématémèse|herpangine|môle|anasarque|hyperémèse|incontinentia|iritis|mâchoire|larva|laryngocèle|loase|lymphocèle|méningocèle|myéloméningocèle|miliaire|mucocèle|terreur|circulaire|ostéogenèse|menace|amélogenèse|fenêtre|tache|tamponnade|engelure|chloracné|ciguatera|cystocèle|pellicule|dentinogenèse|noyade|encéphalocèle|membrane|cinquième|roséole|triade|fissure|gangrène|gelure|migraine|anxiété|fatigue|urticaire|sciatique|métastase|entorse|jaunisse|brûlure|bouffée|fausse|acné|démangeaison|escarre|sécheresse|scarlatine|dengue|variole|morphée|blessure|neurosyphilis|chéloïde|cicatrice|puberté|dent|tentative|piqûre|morsure|surcharge|déformation|extrasystole|idée|plaque|cloque|contracture|crampe|dentine|détresse|fistule|rupture|lithiase|hydrocèle|mydriase|stupeur|pellagre|pemphigoïde|mauvaise|lemp|céphalée|dégénérescence|cholestase|leucostase|\p{L}+(?:iase|pnée)|maladie|apnée|syncope|faiblesse|raideur|gêne|angoisse|colique|nausée|malformation|anomalie|asphyxie|chorée|insuffisance|tumeur|fièvre|grippe|leucémie|fibrose|sclérose|infection|fibrillation|crise|hypertension|douleur|dépression|cirrhose|anorexie|allergie|rage|rougeole|varicelle|rubéole|lèpre|peste|gale|goutte|hernie|fracture|carence|perte|fuite|plaie|brûlure|toux|diarrhée|éclampsie|pré-éclampsie|fente|phlébite|mort|scoliose|cataracte|surdité|cécité|drépanocytose|mucoviscidose|coqueluche|angine|bronchite|syphilis|dystrophie|ostéoporose|sarcoïdose|atteinte|dysplasie|aplasie|ménopause|grossesse|chute|narcolepsie|obésité|paralysie|psychose|schizophrénie|septicémie|tuberculose|\p{L}+(?:ite|ose|ie|tion|sion|ance|ence|ité|lyse|algie|émie|pathie|plégie|urie|rrhée|rragie|dermie))$/u
