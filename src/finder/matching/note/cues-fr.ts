import { wordsPattern } from './cue-pattern.ts'
import type { CueWords } from './cue-words.ts'

const relatives = String.raw`(?:(?:(?:demi-)?(?:frères?|s(?:œ|oe)urs?)|m[èe]res?|p[èe]res?|mamans?|papas?|parents|oncles?|tantes?|cousine?s?|grands?[- ]?(?:m[èe]re|p[èe]re|parents|mere|pere)s?)(?: (?:maternel(?:le)?s?|paternel(?:le)?s?|a[iî]n[ée]e?s?|cadet(?:te)?s?))?|gran?d? ?m[èe]re|mamie|papi|papy|neveux?|ni[èe]ces?|conjointe?|partenaires?|mari|[ée]poux|[ée]pouse|compagnon|compagne|beau-p[èe]re|belle-m[èe]re|jumeaux?|jumelles?|fratrie|collat[ée]raux|apparent[ée]s?|(?<=(?:son|sa|ses|(?<!chez )une?|leur|d'un|d'une) )(?:fils|fille|enfants?|petit-fils|petite-fille|femme|ami|amie|b[ée]b[ée])|(?<=^|[,;:] ?)(?:fils|fille)(?= \p{L}+(?!,? (?:de|âgée?|\d)))(?! n[ée]e?))`
const month = String.raw`(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)`
const weekday = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)`

/** French cues, with and without their accents, as they are left out in haste. */
export const cuesInFrench: CueWords = {
  cues: {
    deny: wordsPattern(
      String.raw`(?:[ée]cart[ée]|[ée]limin[ée]|infirm[ée])e?s?(?= ?: )|(?:pas|non)(?=[ -][\p{L}\d])(?! (?:sevr|contr[oô]l|tol[ée]r|am[ée]lior))|sans|aucune?s?|ni|jamais|absence d['’e]|nie|indemne d['’e]|(?:[ée]limin|exclu)(?:e|t|ant)|nég(?:atif)? pour|plus d['’e](?! (?:\d|la moiti|deux|trois))|dépourvu d['’e]|disparition d['’e]|exempt d['’e]|peu d['’e] argument`,
    ),
    doubt: wordsPattern(
      String.raw`suspicions? d['’e]|(?:crai\p{L}+|craignant|redout\p{L}+|pens(?:e|ait|ant)|croi(?:t|s)|croyait|persuad[ée]e?|convaincue?|inqui(?:et|[èe]te)|peur)(?: d['’]|,? )(?:(?:avoir|[êe]tre atteinte? d['’eu]|d[ée]velopper|faire|souffrir d['’eu])|qu['’](?:il|elle|on) (?:a|ait|aurait|soit atteinte? d['’eu]))(?: (?:une?|la|le|du|des))?|suspect(?:e|[ée]e?s?|er)|possibles?|probables?|[ée]ventuel(?:le)?s?|[ée]vo(?:que|cateur|quant|quer)(?: d['’e])?|[ée]liminer|hypoth[èe]se d['’e]|crainte d['’e]|doute (?:sur|d['’e])|peut[- ][êe]tre|compatible avec|en faveur d['’eu]|faisant (?:craindre|suspecter|[ée]voquer)|parle(?:nt)? d['’e](?: ?une?)?|pense(?:nt)? à(?: une?)?|aurait|redout(?:e(?:nt)?|[ée]e?s?)|crai(?:nt|gn(?:ent|ons|ait|aient))(?! (?:le |les |la )?(?:piq|d['’]))|rechercher|diagnostics? diff[ée]rentiels?|versus|vs|probablement|semble|[?]`,
      String.raw`\?(?=\s?\p{L})`,
    ),
    mention: wordsPattern(
      String.raw`attention (?:aux?|à(?: la| une)?)|interactions? (?:avec|entre)|risques? (?:d['’e]|de|du)|(?:d[ée]pistage|pr[ée]vention|prophylaxie|recherche|s[ée]rologies?|vaccin\p{L}*|contage|exposition|contact|surveillance|education|[ée]ducation)(?: (?:d['’e]|de|du|des|contre|à|au|avec|la|le))?|vaccin[ée]e? contre|facteurs? de risque|en cas d['’e]|si|sauf si|(?:à|a) condition|peur d['’e]|consulter si|revenir si|conseils?|pour [ée]viter|association|centre|[ée]chelle|score`,
    ),
    past: wordsPattern(
      String.raw`(?:(?:premi[èe]re|deuxi[èe]me|seconde|derni[èe]re|1 ?[èe]?re|2 ?[èe]?me) grossesse|grossesses? (?:pr[ée]c[ée]dente|ant[ée]rieure)s?)(?: (?:a [ée]t[ée] )?(?:compliqu[ée]e?s?|marqu[ée]e?s?) (?:d['’e]|par(?: une?)?)| avec| :|:)|ant[ée]c[ée]dents?(?: (?:d['’e]|de|du|des|personnels? d['’e]))?|atcds?(?: (?:d['’e]|de))?|ancien(?:ne)?s?(?= \p{L})|s[ée]quelles? d['’e]|histoire d['’e]|op[ée]r[ée]e?s? d['’e](?: la| l['’])?|trait[ée]e? (?:en \d{4} )?pour|a (?:d[ée]j[àa] )?(?:eu|fait|pr[ée]sent[ée])(?: (?:une?|des|deux|trois|\d+))?|eut|ex|apr[èe]s|au d[ée]cours d['’e]|suites? d['’e]|lors d['’e]|pr[ée]c[ée]dente?|gu[ée]rie? d['’e]|d[ée]j[àa]|pendant`,
    ),
    family: wordsPattern(
      String.raw`(?:ant[ée]c[ée]dents?|atcds?|histoire) familia(?:ux|le?s?)(?: d['’e])?|${relatives}|(?:fille|fils|gar[çc]on)s?(?=\s?:)`,
    ),
    label: wordsPattern(String.raw`motif|diagnostic`),
    denied: wordsPattern(
      String.raw`(?:est |sont |était |a été )?(?:n[ée]gati(?:f|ve)s?|n[ée]gs?|absente?s?|[ée]cart[ée]e?s?|[ée]limin[ée]e?s?|exclue?s?|infirm[ée]e?s?|nulle?s?|normale?s?|normaux|non (?:retrouv|palpable|palp|d[ée]tect)\p{L}*|ind[ée]tectables?|libres?|non r[ée]acti(?:f|ve)s?)|recherch[ée]e?s? (?:et |: ?|mais )?(?:absente?s?|n[ée]gati(?:f|ve)s?|non (?:retrouv|vu)\p{L}*)|non|aucune?|nie|jamais|z[ée]ro|0(?=\s*(?:$|\n))`,
    ),
    doubted: wordsPattern(
      String.raw`(?:selon|d['’]après) (?:(?:l[ae]|les?|son|sa|ses|une?) )?(?:l['’])?(?:patiente?|famille|entourage|m[èe]re|p[èe]re|parents?|mari|femme|[ée]pou(?:x|se)|conjointe?|fils|fille|s(?:œ|oe)ur|fr[èe]re|voisine?|amie?|kin[ée]\p{L}*|ost[ée]o\p{L}*|naturo\p{L}*|pharmacien(?:ne)?|internet|lui|elle)|non retenue?s?(?: (?:pour l['’]instant|à ce (?:jour|stade)))?|(?:est |sont )?(?:possibles?|probables?|suspect[ée]e?s?|[ée]voqu[ée]e?s?|discut[ée]e?s?|(?:à|a) (?:[ée]liminer|rechercher|confirmer|explorer)|(?:jamais|non|pas) confirm[ée]e?s?|moins probable|(?:tr[èe]s )?peu probable|improbable|incertaine?|éventuelle?|non exclue?)`,
      String.raw`\s?\?`,
    ),
    mentioned: wordsPattern(String.raw`(?!)`),
    ended: wordsPattern(
      String.raw`(?:a |ont |est |sont |enti[èe]rement |totalement |compl[èe]tement |spontan[ée]ment |aujourd['’]hui |depuis )*(?:gu[ée]rie?s?|r[ée]solue?s?|disparue?s?|termin[ée]e?s?|r[ée]gress[ée]e?s?|corrig[ée]e?s?|normalis[ée]e?s?|r[ée]soluti(?:f|ve)s?|[ée]radiqu[ée]e?s?|op[ée]r[ée]e?s?|retir[ée]e?s?|(?<=(?:alcoo|[ée]thyl|tabac|tabag|opi|cannabi|toxicoman|d[ée]pendan)\p{L}*[^.;,]{0,20})(?:sevr[ée]e?s?|abstinente?s?|arr[êe]t[ée]e?s?|stopp[ée]e?s?)|c[ée]d[ée]|amend[ée]e?s?|stopp[ée]e?s?|r[ée]sorb[ée]e?s?|r[ée]gl[ée]e?s?|consolid[ée]e?s?|initiale?s?|inaugurale?s?|qui ne (?:se manifeste|revient|survient|s['’]est)(?: \p{L}+)? plus|trait[ée]e?s?(?= (?:et|,|en \d{4}|puis))|cicatris[ée]e?s?|pass[ée]e?s?)|en (?:r[ée]mission|\d{4})|trait[ée]e?s? par [^.;,]{2,40} en (?:19|20)\d\d|sans (?:s[ée]quelles?|r[ée]cidive)|il y a (?:\d+|une?|deux|trois|quatre|cinq|six|dix|quelques|plusieurs) (?:ans?|mois|jours?|semaines?|sem|ann[ée]es?)|dans l['’]enfance|dans (?:son|l['’]) ?(?:enfance|adolescence)|l['’]an(?:n[ée]e)? (?:dernier|derni[èe]re|pass[ée]e?)|plus (?:aucune? |de |d['’])(?:crises?|[ée]pisodes?|pouss[ée]es?|r[ée]cidives?|signes?)|cet (?:hiver|[ée]t[ée]|automne)|ce printemps|à (?:\d+|l['’][âa]ge de \d+) ans|la semaine derni[èe]re|le mois dernier|(?:en |d[ée]but |fin |mi-?)${month}(?: dernier)?(?! prochain)`,
    ),
    yes: wordsPattern(String.raw`oui|pr[ée]sente?s?|positi(?:f|ve)s?|connue?s?|confirm[ée]e?s?`),
    relatives: wordsPattern(
      String.raw`chez (?:la|le|son|sa|ses|un|une) (?:${relatives}|m[èe]re|p[èe]re|fr[èe]re|s(?:œ|oe)ur|tante|oncle|cousin|cousine)|dans la famille`,
    ),
    own: wordsPattern(
      String.raw`elle|il|patiente?|lui-m[êe]me|elle-m[êe]me|personnels?|chez (?:elle|lui)`,
    ),
    turn: wordsPattern(
      String.raw`mais|cependant|toutefois|sauf|hormis|except[ée]|avec|pr[ée]sent(?:e|ant|ait)|se plaint|consulte|adress[ée]e?|hospitalis[ée]e?|car|malgr[ée]|devant|contexte d['’e]|dans un contexte|depuis|dont|sous|puis|en revanche|r[ée]v[èe]le|retrouve|montre|conclut|objective|note|d[ée]velopp[ée]|secondaire à|du fait|en raison|est(?! (?:pas|jamais))|prend|reçoit|a (?:eu|fait|pr[ée]sent[ée])|mange|dort|→`,
    ),
  },
  notDenials: wordsPattern(
    String.raw`sans (?:domicile|abri|logement)|pas (?:de changement|d['’]am[ée]lioration|de modification|seulement|toujours|tr[èe]s|bien|s[ûu]r|encore|trop|assez|mieux)|non (?:sevr[ée]e?|contr[ôo]l[ée]e?|stabilis[ée]e?|[ée]quilibr[ée]e?|compliante?|observante?|trait[ée]e?|appareill[ée]e?|fait|faite|insulino\p{L}*|hodgkinien|compliqu[ée]e?)|sans (?:am[ée]lioration|efficacit[ée]|effet|succ[èe]s|aura|traitement(?! \p{L})|r[ée]ponse|s[ée]quelles?|doute|cause|r[ée]cidive)|(?:ne )?(?:mange|dort|parle|marche|grossit|boit|sent)(?:nt)? (?:pas|plus)(?: rien)?|plus (?:de r[èe]gles|d['’]app[ée]tit)|pas (?:de mots|de contact visuel)|jamais (?:sans|seul)|absence (?:de r[èe]gles)|(?:ne )?peut pas`,
  ),
  before: {
    planned: wordsPattern(
      String.raw`(?:cs|consultation|bilan|visite|rdv) (?:pr[ée]-?op\p{L}*|d['’]anesth[ée]sie)(?: (?:d['’e]|pour)(?: une?)?)?|pr[ée]-?op(?:[ée]ratoire)? (?:d['’e]|pour)(?: une?)?|pr[ée]vue?s?|pr[ée]voir|pr[ée]vu d['’e]|d[ée]buter(?: (?:le|la|l['’]|un|une))?|envisag(?:er?|[ée]e?s?)(?: (?:de|d['’]|un|une|le|la))?|propos(?:ition|er?|ons|[ée]e?s?)(?: (?:d['’e]|un|une|le|la|de|du))?|programm(?:er?|[ée]e?s?)|introdui(?:re|sons)|introduction (?:d['’e]|de|du)|indication (?:d['’e]|de|du)|projet d['’e]|commencer|accepte(?: (?:la|le|l['’]|les))?|souhaite(?: (?:une?|la|le|reprendre|d[ée]buter))?|demande(?: (?:d['’e]|de|une?))?|reprise (?:d['’e]|du|de la|de l['’])|reprendre|plan|suite(?: pr[ée]vue)?|(?:propos|discut|envisag|pr[ée]v|d[ée]but|commenc|instaur|introdu|indication|projet|attente)\p{L}*(?: (?:d['’e]|\p{L}+ ))?(?: ?d['’]un| un| le| du)? traitement(?: \p{L}+)? par|doit (?:commencer|d[ée]buter|prendre|recevoir|b[ée]n[ée]ficier d['’e]|[êe]tre (?:op[ée]r[ée]e? d['’e]|mise? sous))|dossier (?:d[ée]pos[ée] )?pour(?: une?)?|inscrite? (?:sur|en) (?:la )?liste (?:d['’e]|pour)|sera (?:op[ée]r[ée]e? d['’e]|trait[ée]e? par|mise? sous)|va (?:d[ée]buter|recevoir|b[ée]n[ée]ficier d['’e])|attente d['’e](?: la| l['’])?|discuter|candidate? (?:à|a|pour)(?: une?| la)?|[ée]ligible (?:à|a|pour)(?: une?| la| l['’])?|bilan pr[ée]-?(?:greffe|op[ée]ratoire|th[ée]rapeutique)|prescrire|on propose|[àa] venir|liste d['’e]|en vue d['’e](?: une?)?|avant|pour(?= (?:une? |la |sa |son )?(?:cure|chirurgie|pose|ablation|hyst|chol|proth|plastie|arthro))|intervention pr[ée]vue|conduite [àa] tenir|cat|j['’]ajoute|relais par|mettre (?:en place|sous)|mise en place d['’e]|(?:on va|je) (?:mettre|met|propose|d[ée]buter?|prescri\p{L}+|introdui\p{L}+)|(?<=^|[.;:\n-] ?)(?:ajouter|essayer|passer à|instaurer|prescrire|programmer|augmenter|prévoir)|rendez-vous pour|rdv pour|à partir de demain|dans \d+ (?:jours|semaines|mois)`,
    ),
    refused: wordsPattern(
      String.raw`refus(?:e|ent|[ée]e?s?|ait|aient|er)?(?: (?:d['’e]|de|du|la|le|l['’]|les|toute?|tout))?|(?:ne )?(?:souhaite|veut|veulent|souhaitent)(?:nt)? pas(?: (?:d['’e]|de|prendre|la|le))?|d[ée]cline|contre-?indiqu[ée]e?s?|contre-?indication (?:à|a|aux?|d['’e])(?: la| l['’])?|[ée]viter|proscrire|pas d['’e]indication (?:à|d['’e])|ne (?:jamais|plus) (?:donner|prescrire)|(?:n['’](?:a|ont) )?jamais (?:eu|pris|re[çc]u|essay[ée]|commenc[ée]|d[ée]but[ée]|port[ée]|b[ée]n[ée]fici[ée]|fait)(?: (?:d['’e]|de la|du))?|oppos[ée]e? (?:à|au|aux)(?: la| l['’])?|pas (?:[ée]ligible|candidate?) (?:à|au|pour)(?: une?| la| l['’])?|ne pas (?:prendre|donner|utiliser|prescrire|d[ée]buter|reprendre)|interdi(?:t|te|ts|tes)`,
    ),
    stopped: wordsPattern(
      String.raw`ne (?:prend|re[çc]oit|porte|met|utilise)(?:nt)? plus(?: de| d['’])?|n['’](?:est|[ée]tait) plus (?:sous|trait[ée]e? par)|a (?:arr[êe]t[ée]|stopp[ée]|interrompu|suspendu|cess[ée])(?: de lui-m[êe]me| d['’]elle-m[êe]me)?(?: de prendre)?(?: (?:le|la|les|son|sa|ses))?|pause (?:th[ée]rapeutique )?(?:d['’e]|du|de la)|prenait(?: du| de la)?|recevait|[ée]tait trait[ée]e? par|avait (?:re[çc]u|pris|eu|essay[ée])|avait (?:donn[ée]|prescrit)(?: du| de la| de l['’])?|(?:arr[êe]ter|stopper|suspendre|interrompre|cesser)(?: (?:le|la|l['’]|les))?|arr[êe]t(?: (?:d['’e]|de|du|des|de la|de l['’]))?|arr[êe]t[ée]e?|stop(?:p[ée]e?s?)?|suspen(?:du|sion)|apr[èe]s|suite à|[ée]chec (?:d['’e]|de|du|des)|essay[ée]e?s?|test[ée]e?s?|ancien(?:ne)?s?(?= \p{L})|ant[ée]c[ée]dents? d['’e]|ant[ée]rieurement|auparavant|avait|[ée]tait sous|a (?:re[çc]u|eu|pris|b[ée]n[ée]fici[ée] d['’e]|[ée]t[ée] trait[ée]e? par|[ée]t[ée] op[ée]r[ée]e? d['’e])|op[ée]r[ée]e? d['’e]|porteu(?:r|se) d['’e]|r[ée][ée]valuation apr[èe]s|au d[ée]cours d['’e]|sevrage (?:d['’e]|de|en|du)|fin d['’e]|pr[ée]c[ée]dent|induction|eu|diminution|intol[ée]rance (?:à|au|aux)|d[ée]j[àa] eu|cures? d['’e]|cycles? d['’e]|lignes? d['’e]|gu[ée]rie? (?:par|apr[èe]s|sous)|initialement|d['’]abord|premi[èe]re ligne|trait[ée]e?s? (?:initialement|d['’]abord|auparavant|en \d{4}) par|ant[ée]c[ée]dents? d['’e]|status post|remplac[ée]e? `,
    ),
    failed: wordsPattern(
      String.raw`[ée]checs?(?: (?:ant[ée]rieurs?|pr[ée]alables?|th[ée]rapeutiques?|successifs?))?(?= ?:)|[ée]checs? (?:d['’e]|de|du|des|de la)|r[ée]sistante?s? (?:à|au|aux)|r[ée]fractaires? (?:à|au|aux)|intol[ée]rance (?:à|a|au|aux)(?: la| l['’])?|pas de r[ée]ponse (?:à|au|aux)|intol[ée]rant(?:e)? (?:à|au|aux)|rebelle (?:à|au|aux)|progression (?:sous|apr[èe]s)|[ée]chappement (?:à|sous)|rechute (?:sous|apr[èe]s)`,
    ),
    current: wordsPattern(
      String.raw`sous|malgr[ée]|(?:remplac|relay|substitu|switch|chang)[ée]e?s? (?:par|pour)|on ajoute|ajout d['’e]|renouvel\p{L}+|prend(?: du| de la| de l['’])?|prenons|traitements?(?: (?:par|actuel|d['’e] fond|habituel|en cours|de sortie))?|trait[ée]e?s? par|mise? sous|d[ée]but[ée]e?|d[ée]bute|poursuivre|continuer|maintenir|remplacer par|poursuite (?:d['’e]|de|du|de la|de l['’])|poursuit|re[çc]oit|actuellement|fond|ttt?|substitu[ée]e?(?: par)?|relay[ée]e? par|par|donn[ée]e?|on (?:donne|met)|mettons|depuis|reprise à|puis(?! (?:d['’]|du|de|des|par))|appareill[ée]e? par|utilise|au long cours|met|majoration|équilibr[ée]e? (?:par|sous)|porte(?: un| une)?|en cours d['’e]|instauration d['’e]`,
    ),
    needed: wordsPattern(String.raw`si besoin|au besoin|à la demande`),
  },
  after: {
    planned: wordsPattern(
      String.raw`(?:est |sont |sera |seront )?(?:pr[ée]vue?s?|envisag[ée]e?s?|propos[ée]e?s?|programm[ée]e?s?|demand[ée]e?s?|discut[ée]e?s?|souhait[ée]e?s?|indiqu[ée]e?s?|retenue?s?|d[ée]cid[ée]e?s?|pr[ée]conis[ée]e?s?|recommand[ée]e?s?|valid[ée]e?s?|accept[ée]e?s?|planifi[ée]e?s?|à pr[ée]voir)|(?:à|a) (?:d[ée]buter|commencer|d[ée]marrer|mettre en (?:place|route)|ajouter|prescrire|introduire|discuter|programmer|pr[ée]voir|faire|instaurer|initier|r[ée]aliser|organiser|envisager)|demain|ce soir|le \d{1,2} ${month}(?! (?:19|20)\d\d)|le \d{1,2}\/\d{1,2}(?!\/)|en ${month}(?! (?:19|20)?\d\d)|${weekday}(?: prochain)?|(?:la semaine|le mois|l['’]ann[ée]e) prochaine?|dans \d+ (?:jours?|semaines?|mois)|vers \d+ (?:mois|ans)|d[èe]s (?:que|demain|r[ée]ception)|à venir|sera (?:d[ée]but|mise?|pos[ée]|fait|r[ée]alis|introdui|instaur)\p{L}*|si (?:objectifs?|[ée]chec|persist\p{L}+|aggrav\p{L}+|inefficac\p{L}+|pas d['’]am[ée]lioration|absence d['’]am[ée]lioration)|en projet|en discussion|au sevrage|en attente|bient[ôo]t`,
    ),
    refused: wordsPattern(
      String.raw`(?:est |sont |[ée]tait )?(?:refus[ée]e?s?|contre-?indiqu[ée]e?s?|d[ée]clin[ée]e?s?|proscrite?s?|[ée]vit[ée]e?s?|r[ée]cus[ée]e?s?|interdite?s?|impossible)|(?:il|elle|le patient|la patiente|\p{Lu}\p{Ll}+) (?:dit|a dit|r[ée]pond) non|(?:il|elle) n['’]en veut pas|(?:n['’]est |n['’]a |n['’]a [ée]t[ée] )?pas (?:souhait[ée]e?|indiqu[ée]e?|n[ée]cessaire|retenue?|faite?|r[ée]alis[ée]e?|possible|envisag[ée]e?|tent[ée]e?|d[ée]but[ée]e?)|jamais (?:essay[ée]e?|prise?|d[ée]but[ée]e?|faite?|re[çc]ue?|tent[ée]e?|commenc[ée]e?)|(?:à|a) (?:[ée]viter|proscrire)|non (?:fait|faite|faits|souhait[ée]e?|n[ée]cessaire|indiqu[ée]e?|re[çc]ue?|prise?|d[ée]but[ée]e?|on)|ne (?:plus )?jamais prescrire|d[ée]conseill[ée]e?s?`,
    ),
    stopped: wordsPattern(
      String.raw`(?:a [ée]t[ée] |est |sont |[ée]tait |ont [ée]t[ée] )?(?:arr[êe]t[ée]e?s?|stopp[ée]e?s?|suspendue?s?|interrompue?s?|termin[ée]e?s?|retir[ée]e?s?|sevr[ée]e?s?|achev[ée]e?s?|enlev[ée]e?s?|d[ée]pos[ée]e?s?|supprim[ée]e?s?|cess[ée]e?s?|abandonn[ée]e?s?|referm[ée]e?s?|ferm[ée]e?s?)|(?:avait|avaient|ayant) [ée]t[ée] (?:arr[êe]t|stopp|retir|suspend|supprim|interromp)\p{L}+|(?:on|je|j['’]|nous|il|elle|ils) ?(?:l['’]|la |le |les )?(?:a |ai |avons |ont )?(?:d[ûu] )?(?:l['’]|la |le |les )?(?:arr[êe]t|stopp|suppri|suspen)\p{L}+|n['’]en prend plus|stop|(?<!sans )arr[êe]t(?= [^.,;]|[.,;)]|$)|faite?s?(?= (?:en|le|il y a|à)|[ .,;]|$)|r[ée]alis[ée]e?s?|en (?:19|20)\d\d|(?<=[\s(])(?:19|20)\d\d|il y a (?:\d+|une?|deux|trois|quatre|cinq|six|dix|quelques|plusieurs) (?:ans?|mois|jours?|semaines?|sem|ann[ée]es?)|l['’]an(?:n[ée]e)? (?:dernier|derni[èe]re|pass[ée]e?)|de (?:19|20)\d\d|le mois dernier|le moi dernier|la semaine derni[èe]re|dans l['’]enfance|dans le pass[ée]|autrefois|[àa] la naissance|\(?(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d|remplac[ée]e? par|relay[ée]e? par|chang[ée]e? pour|switch[ée]e? pour|relais par|non poursuivie?|mal support[ée]e?|ant[ée]rieure?(?:ment)?|jusqu['’](?:à|au|en)|à \d+ ans|rien fait`,
    ),
    failed: wordsPattern(
      String.raw`(?:mal tol[ée]r|inefficac|non tol[ée]r)\p{L}*|sans (?:effet|efficacit[ée]|succ[èe]s|r[ée]ponse|am[ée]lioration)|pour (?:inefficacit[ée]|intol[ée]rance)|(?:en )?[ée]chec(?! d(?:es?|u|['’]))|perte de r[ée]ponse|[ée]chappement|r[ée]ponse insuffisante|non-?r[ée]pon\p{L}+|ne marche pas|n['’]a (?:rien|pas) (?:donn[ée]|march[ée]|fait)`,
    ),
    current: wordsPattern(
      String.raw`(?:est |a [ée]t[ée] )?(?:d[ée]but[ée]e?s?|commenc[ée]e?s?|mis(?:e|es)? en (?:route|place)|poursuivie?s?|en cours|reprise?s?|introdui[ts]e?s?|major[ée]e?s?|maintenue?s?|instaur[ée]e?s?|renouvel[ée]e?s?|ajout[ée]e?s?|diminu[ée]e?s?|r[ée]duite?s?|augment[ée]e?s?|adapt[ée]e?s?|d[ée]marr[ée]e?s?|initi[ée]e?s?|laiss[ée]e?s?|inchang[ée]e?s?|stable|efficace|en place|bien tol[ée]r[ée]e?s?)|depuis|mensuel(?:le)?|tous les|par jour|matin et soir|au coucher|à la place|en continu|donn[ée]e?s?|administr[ée]e?s?`,
    ),
    needed: wordsPattern(
      String.raw`si (?:besoin|crises?|douleurs?|fi[èe]vre|insomnies?|r[ée]cidive|n[ée]cessaire|mal|naus[ée]es?|g[êe]ne|anxi[ée]t[ée]|angoisse|migraines?|[ée]v\p{L}+)|au besoin|à la demande|de temps en temps|ponctuellement|occasionnel(?:le)?(?:ment)?`,
    ),
  },
}
