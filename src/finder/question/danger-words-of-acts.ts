/** The words that acts, accidents and intents are told with, written as those of `danger-words-of-signs.ts`. */
export const wordsOfActs = {
  // Poison
  eat: 'ate, eaten, eats, eating, swallow*, drank, drunk, drinking, drink, gulp*, lick*, suck*, bit into, chew*, downed, took a sip, sip of, sipped, mouthful, put in his mouth, put in her mouth, in his mouth, in her mouth, inhal*, sniffed, got into, got hold of, ingest*, mange*, avale*, avaler, bu, boit, leche, suce, croque*, machouill*, ingere*, gorgee*, porte a la bouche, mis dans la bouche, mis a la bouche, dans sa bouche',
  poison:
    'pods, laundry, detergent, dishwasher, bleach, ammonia, disinfectant, descaler, turpentine, turps, white spirit, paraffin, kerosene, petrol, gasoline, diesel, lamp oil, lighter fluid, thinners, antifreeze, screenwash, coolant, weedkiller, weed killer, roundup, glyphosate, paraquat, herbicide, pesticide, insecticide, ant poison, rat poison, rat bait, mothball*, superglue, nail polish, remover, acetone, sanitiser, sanitizer, hair dye, e liquid, vape juice, vape liquid, methanol, chlorine, bath salts, button cell, magnet*, nightshade, foxglove, oleander, hemlock, laburnum, toadstool*, death cap, javel, ammoniac, desinfectant, detartrant, deboucheur, destop, lave vaisselle, terebenthine, petrole, essence, gasoil, allume feu, antigel, liquide de refroidissement, desherbant, anti limaces, mort aux rats, naphtaline, colle forte, dissolvant, gel hydroalcoolique, pile, piles, pile bouton, aimant*, belladone, digitale, laurier rose, if, cigue, muguet, amanite*, veneneu*, toxique*, soude, alcool a bruler, battery, batteries, battery acid, poison, poisonous, oven cleaner, toilet cleaner, floor cleaner, cleaning product*, cleaning fluid, drain cleaner, slug pellet*, pellets of, capsule de lessive, lessive, produit menager, produit d entretien, produit vaisselle, produit lave, produit pour, acide chlorhydrique, paint thinner, pastille de, nail varnish, anything toxic, bait, appat, appats, granules, liquide vaisselle, vaisselle, washing up liquid, washing liquid',
  wild: 'wild, garden, unknown, picked, foraged, bush, hedge, red, woods, park, sauvage*, jardin, inconnu*, cueilli*, ramass*, haie, rouges, bois, foret, parc',
  picked: 'picked, foraged, gathered, cueilli*, ramass*',
  plant: 'berr*, mushroom*, bulb, baies, baie, champignon*, toadstool*',
  drug: 'ketamine, heroin, cocaine, crack, mdma, ecstasy, molly, ghb, fentanyl, meth, lsd, spice, opioid*, opiate*, oxycodone, oxy, xanax, vodka, whisky, drogue*, heroine, ecsta, tramadol, subutex',
  overdosing: 'overdose, overdosed, od, surdose',
  used: 'took, taken, taking, snorted, injected, smoked, drank, drunk, downed, used, shot up, did, pris, sniffe, injecte, fume, bu, consomme',
  insulin: 'insulin, insuline, novorapid, lantus',
  wrong:
    'too much, wrong, by mistake, overdose, accidentally, double dose, trop, mauvaise, par erreur, erreur de dose, dix fois, ten times',
  eye: 'eye, eyes, oeil, yeux',
  caustic:
    'bleach, acid, chemical*, lime, cement, glue, superglue, cleaner, ammonia, javel, acide, ciment, chaux, colle, produit, soude, lessive, deboucheur, caustic, battery fluid, oven cleaner, drain cleaner, plaster',
  fumes:
    'carbon monoxide, monoxide, co alarm, gas leak, gas smell, smell gas, fumes, boiler, monoxyde, odeur de gaz, fuite de gaz, fumees, chaudiere, brasero, poele',
  gassed:
    'headache*, dizzy, sick, faint*, vomit*, drowsy, collapsed, mal de tete, vertige*, nause*, malaise, vomi*, somnol*, maux de tete, cough*, tousse*, eyes burning, breathe',
  // Diabetes
  diabetes:
    'diabet*, type 1, t1d, t1, sugar, sugars, glucose, glycemie, glyc*, insulin, insuline, hypo, hyper',
  ketones: 'ketones, ketone, cetones, cetone, acetone, ketoacidosis, acidocetose, dka',
  sweetBreath:
    'pear drops, fruity, acetone, nail varnish, nail polish, pomme, pommes, sweet, odeur de fruit, solvant, dissolvant, fruit, fruits',
  deepBreath:
    'deep breathing, breathing deep, breathing deeply, breathes deeply, deep and fast, fast and deep, respire profond*, respiration profonde, respiration ample',
  smell: 'breath, smell*, haleine, odeur, sent',
  // Fits
  fit: 'seizure, seizing, fit, fitting, convuls*, jerking, shaking all over, twitching, status epilepticus, crise, convulse*, etat de mal, secousses, tremble de partout, eyes rolled, yeux revulses, yeux revulsent',
  fitting:
    'is fitting, is seizing, is convulsing, seizing now, convulse, convulsing, en convulsion, hes fitting, shes fitting, hes seizing, shes seizing, est en train de convulser, eyes rolled, yeux revulses',
  goesOn:
    'wont stop, doesnt stop, not stop, not stopped, not stopping, hasnt stopped, again and again, one after another, back to back, s arrete pas, s arrete plus, a la suite, enchaine*, still, toujours',
  // Birth
  pregnant: 'pregnan*, weeks, wks, sa, enceinte, grossesse, trimestre, trimester, bump, semaines',
  waters: 'waters, water, eaux, poche des eaux, poche, liquide amniotique, amniotic fluid',
  kicks: 'movement, movements, kick, kicks, kicking, mouvement, mouvements',
  stirs: 'move, moved, moving, moves, bouge, bouger, kicked, kicking, stirring',
  shoulderTip:
    'shoulder tip, tip of my shoulder, tip of the shoulder, bout de l epaule, pointe de l epaule',
  broke:
    'broke, broken, gone, leaking, leak, gushed, went, breaking, perd*, perte, rompu*, fissur*, romp*, coule*',
  cord: 'cord, cordon',
  shows:
    'showing, show, out, hanging, see, visible, sorti, voit, vois, pend, sort, came out, coming out',
  labourPains:
    'contractions, contraction, baby is coming, crowning, need to push, bebe arrive, envie de pousser, la tete sort, in labour, in labor, travail',
  early:
    '22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, early, prematur*, too soon, trop tot, avant terme',
  eyesAndHead:
    'headache*, flashing, flashes, blurred, blurry, spots before, mouches, mal de tete, maux de tete, voit flou, vue trouble, barre',
  preSwell:
    'swollen, swelling, blood pressure, under my ribs, upper belly, gonfle*, tension, sous les cotes, oedeme*, vomit*',
  gaveBirth:
    'gave birth, given birth, after birth, delivery, c section, caesarean, postpartum, accouch*, cesarienne, miscarri*, fausse couche, had a baby, had my baby, had her baby, new mum, new mom',
  // The very young
  newborn:
    'newborn, new born, neonate, nouveau ne, nourrisson, 10 week old, 11 week old, one month old, two month old, 1 month old, 2 month old, 2 months old, # days old, # day old, # weeks old, # week old, # wk old, # wks old, bebe de # jours, bebe de # semaines, bebe # semaines, bebe # jours, bebe de 1 mois, bebe d un mois, bebe de 2 mois, bebe de deux mois, bebe 1 mois, bebe 2 mois, nourrisson de # jours, nourrisson de # semaines, nourrisson # semaines, nourrisson # jours, nourrisson de 1 mois, nourrisson d un mois, nourrisson de 2 mois, nourrisson de deux mois, nourrisson 1 mois, nourrisson 2 mois, fils de # jours, fils de # semaines, fils # semaines, fils # jours, fils de 1 mois, fils d un mois, fils de 2 mois, fils de deux mois, fils 1 mois, fils 2 mois, fille de # jours, fille de # semaines, fille # semaines, fille # jours, fille de 1 mois, fille d un mois, fille de 2 mois, fille de deux mois, fille 1 mois, fille 2 mois, bb de # jours, bb de # semaines, bb # semaines, bb # jours, bb de 1 mois, bb d un mois, bb de 2 mois, bb de deux mois, bb 1 mois, bb 2 mois, petit de # jours, petit de # semaines, petit # semaines, petit # jours, petit de 1 mois, petit d un mois, petit de 2 mois, petit de deux mois, petit 1 mois, petit 2 mois, petite de # jours, petite de # semaines, petite # semaines, petite # jours, petite de 1 mois, petite d un mois, petite de 2 mois, petite de deux mois, petite 1 mois, petite 2 mois',
  baby: 'baby, babies, infant, newborn, toddler, bebe, nourrisson, nouveau ne, bb, month old, months old, mois, weeks old, mo',
  child:
    'baby, infant, newborn, toddler, bebe, nourrisson, nouveau ne, bb, month old, months old, son, daughter, child, kid, fils, fille, enfant, grandson, granddaughter, pupil, eleve, gamin*, little one, little boy, little girl, twins, kiddo, jumeaux, petit dernier, lad, lads, gosse',
  unfed: 'feed*, nurs*, drink*, suck*, tete, teter, boit, boire, mange, manger, biberon',
  yellow: 'yellow, jaundice*, jaune, jaunisse, ictere',
  green: 'green, vert, verte, bile, bilieu*',
  dry: 'dry nappies, dry nappy, dry diapers, dry diaper, no wet, wet nappy, wet diaper, not peed, hasnt peed, no pee, no tears, couche seche, couches seches, pas mouille, pas fait pipi, plus pipi, fontanelle, yeux creux, sans larmes, sunken eyes, sunken fontanelle, sunken soft spot, soft spot, eyes sunken, eyes are sunken, dehydrated, deshydrate*, cant keep water, cant keep anything, keep nothing down, ne garde rien',
  gut: 'vomit*, diarrh*, runs, tummy bug, gastro, vomi*, sick',
  // Other
  testicle:
    'testic*, testis, scrotum, scrotal, couill*, bourse, bourses, my balls, ball pain, his balls, one ball, left ball, right ball, my ball',
  agony:
    'agony, excruciating, unbearable, screaming, scream*, worst, hurle*, atroce, insupportable, horrible*, se tord, plie en deux, doubled over, pire',
  sudden: 'sudden, suddenly, out of nowhere, brutal*, brusque*, soudain*, d un coup, tout a coup',
  scald:
    'boiling, scalded but skin, scalds, scald, hot oil, hot fat, chip pan, deep fryer, flames, on fire, caught fire, kettle, electric shock, electrocut*, bouillant*, ebouillant*, huile chaude, friteuse, flammes, pris feu, bouilloire, casserole, acide, cafe chaud, hot coffee, hot tea',
  flesh:
    'skin, arm, arms, face, leg, legs, chest, hand, hands, body, blister*, peel*, himself, herself, myself, peau, bras, visage, jambe*, main, mains, corps, dos, cloque*, poitrine, torse, dessus',
  heat: 'sun, heat, heatwave, hot car, sauna, marathon, soleil, chaleur, canicule, plein soleil, voiture au soleil',
  freezing:
    'snow, freezing, icy water, frozen, hypotherm*, neige, gele, gelee, eau glacee, froid dehors',
  stuck: 'stuck, lodged, caught, wrong way, coince*, bloque*, de travers, wedged',
  chokeOn:
    'choke*, choking, etouff*, grape, coin, bone, peanut, sweet, toy, bead, raisin, piece, arete, jouet, bille, cacahuete, bonbon',
  drool:
    'drool*, dribbl*, cant swallow, cannot swallow, wont swallow, bave*, n arrive plus a avaler, avale plus',
  pool: 'pool, bath, pond, river, water, piscine, bain, baignoire, etang, riviere, eau, mare',
  under:
    'face down, under water, underwater, pulled out, pulled from, fished out, found in, fell in, went under, submerged, sous l eau, sorti de, sortie de, sorti du, tombe dans, tombee dans, au fond, repeche*, noye*, drown*',
  snake:
    'snake, adder, viper, cobra, rattlesnake, scorpion, jellyfish, black widow, serpent, vipere, meduse',
  bitten: 'bit, bitten, bite, bites, stung, struck, mordu*, morsure, pique*',
  calf: 'calf, mollet, one leg, one calf',
  tear: 'tearing, ripping, dechir*',
  back: 'back, dos, chest, poitrine, between my shoulder, entre les omoplates',
  belly: 'belly, stomach, tummy, abdomen, ventre, abdom*',
  rigid: 'rigid, hard as, board, rock hard, dur comme, ventre dur, raide, hard, tout dur',
  heartbeat: 'heart, pulse, coeur, pouls',
  racing:
    'racing, pounding, 180, 190, 200, 210, 220, stopped, stops, skipping, s emballe, bat tres vite, a toute vitesse, mad, crazy, out of my chest, comme un fou, flutter*',
  shocked: 'shocked, fired, shock, shocks, choque, chocs, declenche*',
  device: 'icd, defibrillator, defib, pacemaker, defibrillateur',
  crisis: 'addison*, adrenal, hydrocortisone, surrenal*, cortisol',
  sickle: 'sickle*, drepano*',
  shunt: 'shunt, valve de derivation, vp',
  urine: 'pee, urinate, wee, pass water, pass urine, uriner, pisser, faire pipi, bladder',
  saddle: 'saddle, between my legs, groin, bottom, entre les jambes, selle, perine',
  wetSelf:
    'wet myself, wet himself, wet herself, peed myself, soiled, lost control of my bladder, lost control of my bowels, pisse dessus, fait dessus, fais dessus, fait pipi dessus',
  erect: 'erect*, erection, priapism*',
  dialysis: 'dialysis, dialyse, potassium',
  missed: 'missed, skipped, manque, rate, sautee',
  stops: 'stop*, arret*, slow*, tari*, cess*',
  nose: 'nose, nez, mouth, bouche, ear, ears',
  degrees: 'degrees, degres',
  pills:
    'pills, alcohol, alcool, cachets, pilules, drugs, methadone, morphine, valium, diazepam, vodka, whisky, sleeping, somnifere*, comprimes, medicaments',
  swelling:
    'swelling up, puffing up, puffing, is swelling, are swelling, is closing, closing up, closing, ballooning, gonfle, gonflent, enfle, enflent, se ferme, like sausages, like balloons, like a balloon, comme des saucisses, comme un ballon',
  smoke: 'cigarette, cigarettes, nicotine, megot*, tobacco, tabac',
  swallow: 'ate, swallow*, eaten, avale*, mange*, suce, machouill*',
  anyPlant:
    'seeds, leaves, plant, flower*, berr*, mushroom*, graines, feuilles, plante, fleur*, baies, champignon*',
  sunstroke: 'heatstroke, heat stroke, coup de chaud, coup de chaleur, insolation, sunstroke',
  splash: 'splash*, got, in, into, squirt*, eclabouss*, dans, projet*, recu',
  rage: 'drunk, angry, shouting, screaming, violent, ivre, saoul, bourre, crie, hurle, threat*, menac*, hit*, frapp*, looking for me, me cherche, scared, afraid, peur, rage',
  threat:
    'threat*, menac*, at me, to my throat, me with, sur moi, point*, me poursuit, chas*, came at, with a, avec un, follow*, suit, suivi',
  gotInto:
    'got into, got hold of, got at, found, helped himself, helped herself, raided, opened, emptied, trouve, fouille, s est servi*, vide, ouvert',
  someones:
    'tablets, pills, pill, medicine, meds, medication, medicine cabinet, comprime*, medicament*, cachet*, pilule*, gouttes',
  black: 'black, tarry, tar, noir, noire, noires, goudron',
  useless:
    'doing nothing, does nothing, no effect, not working, not helping, doesnt work, doesnt help, isnt working, isnt helping, empty, stopped working, fait rien, sans effet, marche pas, marche plus, ne soulage, aucun effet, suffit plus, nothing, run out, no difference, no change, no better, aucune difference',
  attack: 'attack, crise, wheez*, siffl*',
  gushing:
    'everywhere, gush*, spurt*, pump*, partout, gicl*, jet, pouring, wont clot, dripping everywhere, a flots, flaque, pool of, mare de, shoot*, squirt*, flood*, running down, down my legs, coule sur, le long',
  despair: 'crying, cry, goodbye, alone, pleure*, adieu, cant go on, peux plus, done, finished',
  headOnly: 'head, tete, crane',
  aches: 'hurt*, pain, lance, explos*, mal, eclat*, exploding, pounding, splitting, killing',
  letMe: 'let me, let us, letting me, me laisse, nous laisse, allow me, allows me, lets me',
  control:
    'leave, out, phone, money, friends, family, alone, sortir, telephone, argent, amis, famille, partir, doctor',
  muddled:
    'muddled, makes no sense, making no sense, make no sense, doesnt know her, doesnt know his, doesnt know where, doesnt know who, doesnt recognise, doesnt recognize, not recognising, talking rubbish, gibberish, confused, delirious, incoherent*, out of it, not himself, not herself, wandering, ne sait plus, ne comprend plus, comprend plus, ne me reconnait, reconnait plus, propos, divague, delire, perdu la tete, absent, absente, confus, confuse, hallucin*, raving, jumbled, garbled, slur*, charabia, not with us, same question, keeps asking, keeps repeating, repeating herself, repeating himself, meme question, repete, wrong word, wrong words, doesnt make sense, dit n importe, pas comme d habitude, repond plus normalement',
  clutch: 'clutching, clutches, grabbing, holding his, holding her, se tient, tient la',
  bigger: 'bigger, huge, twice the size, thick, bulging, enormous, enorme, double, grossi*',
  sting:
    'sting, stung, stings, bee, bees, wasp, wasps, hornet, bitten, guepe, abeille, frelon, pique',
  epipen:
    'epipen, epi pen, adrenaline pen, jext, auvi q, anapen, emerade, stylo d adrenaline, adrenaline',
  comesBack:
    'coming back, came back, come back, returning, used up, just gave, gave him, gave her, gave me, second one, second pen, revient, reviennent, recommence, sans effet, vient de, deja fait, deja injecte',
  hotBody:
    'boiling hot, burning up, burning hot, red hot, so hot, very hot, roasting, fever*, shiver*, rigors, shaking chills, chills, fievre, fievreu*, frissonn*, frissons, brulant*, degrees, tres chaud*, bouillant, grelott*, forte fievre, high fever',
  neckStiff: 'neck, nuque, cou',
  light: 'hates the light, hates light, light hurts, cant stand the light, the light, lumiere',
  emptied:
    'empty packet*, empty tablet*, empty bottle*, empty blister*, empty box*, empty strip*, packets round, packets around, plaquettes vides, boites vides, boite vide, flacon vide, bouteille vide, plaquette vide',
  padsSoaked: 'pads, a pad, sheets, towel*, serviettes, draps, protection*, clots, caillots',
  perHour: 'an hour, per hour, every hour, in one hour, par heure, toutes les heures, en une heure',
  flashes:
    'flashes, flashing, mouches, taches devant, lights, stars, zigzag*, vision, voit flou, vois flou, voit trouble, vois trouble, blurry, blurred, etoiles, voit des etoiles',
  gone: 'months gone, weeks gone, pregnan*, enceinte, expecting, sa de grossesse, due in, period is late, late period, missed period, retard de regles',
  droppedIt:
    'dropped his, dropped her, dropping things, dropped the, dropped my, lache son, lache sa, lache ce, laisse tomber, fait tomber, cant grip, cannot grip',
  cutsOff: 'thumb, finger*, toe, hand, arm, leg, ear, pouce, doigt*, main, bras, jambe, orteil',
  cut: 'cut, cuts, chopped, sliced, saw, sawed, axe, severed, ripped, coupe, tranche*, scie, hache, arrach*, sectionne',
  off: 'off, through, to the bone, deep*, os, profond*, net',
  deepBlue:
    'dusky, blueish, bluish, blue, grey, gray, bleu, bleue, bleues, gris, grise, violet, violette, violaces, cendre, ashen, mottled, marbre, marbree, yellow grey',
  collapse:
    'on the floor, on the bathroom floor, on the ground, on the kitchen floor, slumped, slid off, keeled over, collapsed, passed out, fainted, unconscious, unresponsive, out cold, par terre, au sol, effondre*, ecroule*, evanoui*, inconscient*, affale*, s est affaisse*, inanime*, perdu connaissance',
  sweaty:
    'soaked with sweat, drenched, sweating, clammy, pouring with sweat, cold sweat, sweaty, en sueur, trempe de sueur, transpire, sueurs, moite, soaked, drenched, trempe, trempee',
  terrible:
    'agony, excruciating, unbearable, screaming, killing me, killing him, killing her, worst, like never before, comme jamais, atroce*, insupportable*, intenable*, hurle, horrible*, terrible, severe, violente*, se tord, stabbing',
  painful: 'pain, pains, hurts, ache, aches, cramps, stomach, tummy, belly, mal, douleur*, ventre',
  object:
    'button battery, battery, batteries, magnet*, pile bouton, piles, pile, aimant*, needle, pin, nail, screw, glass, coin, aiguille, clou, vis, verre, epingle, piece',
  up: 'stuck, up, swallow*, avale*, ate, mange*, gobe*, in his mouth, in her mouth, dans la bouche, nez, nose',
  blister: 'blister*, peel*, cloque*, charred, raw, burn*, burnt, brule*, brulee',
  boil: 'kettle, boiling, scald but skin, scalded but skin, hot water, hot tea, hot coffee, hot oil, pan of, oven, iron, fire, flames, bouilloire, eau chaude, huile, the chaud, cafe chaud, four, casserole, friteuse, barbecue, petard, firework, hob, stove, cooker, plaque, exhaust',
  highSugar: 'sugars, sugar, glucose, glycemie, ketones, cetones, acetone, dextro, bm',
  overAmount:
    'twice, two times, three times, double, triple, too many, extra, deux fois, trois fois, trop, doses',
  medicine:
    'medicine*, tablets, pills, meds, medication, insulin, warfarin, digoxin, morphine, medicament*, comprimes, cachets, gouttes, insuline, traitement',
  letters:
    'letters to, letter to, written to, note for, notes for, wrote to, lettre a, lettres a, lettre pour, lettres pour, goodbye, adieu*, last words, my will, testament, sorry for everything, pardon pour tout, pardonnez moi, forgive me, gave away, giving away, donne mes affaires, donne toutes mes',
  hopeless:
    'nobody needs me, no one needs me, nobody would miss, nobody cares, a burden, everyone would be, hopeless, worthless, cant go on, cant do this any, cant take it any, cant take this, cant cope any, no way out, no point, end of the road, empty inside, all alone, plus personne, personne n a besoin, un poids pour, un fardeau, peux plus, pas d issue, aucun espoir, plus d espoir, au bout, plus la force, plus rien, sers a rien, bon a rien, tout seul, cant do it any, cant do this, cant do life, just cant, cant live like, no one left, nothing matters, plus envie de rien, nothing to live for, dont matter, fed up of life, done with everything, wasting space, a waste, lost everything, tout perdu, mieux pour tout le monde, mieux pour vous tous, better for everyone, better for everybody, better off for everyone',
  hasMeans:
    'rope, noose, gun, pistol, rifle, blade, blades, razor, stockpile*, saved up, hoard*, boxes of, packets of, boites de, boite de, garde toutes, garde tous, corde, fusil, arme, lame, rasoir, bridge, cliff, train, pont, falaise, rails, somniferes, sleeping pills, sleeping tablets, pills, cachets',
  hurtsSelf:
    'hurt myself, hurts himself, hurts herself, on purpose, expres, me suis fait mal, me suis coupe*, s est coupe*, cut myself, cut himself, cut herself, cutting, veines, veins, wrists, poignets, scarif*, burning myself',
  wishOut:
    'sleep forever, not wake up, never wake, stop existing, be gone, disappear, be dead, want out, want it over, disparaitre, ne plus etre, plus exister, dormir pour toujours, plus me reveiller, que tout s arrete, en finir, join him, join her, le rejoindre, la rejoindre, fini pour moi, over for me, ends tonight, end it tonight, my last night, ma derniere nuit, mon dernier soir, end things, be with my, ce soir c est fini',
  elder:
    'old lady, old man, elderly, nan, gran, granny, grandma, grandad, grandpa, grandmother, grandfather, mamie, papi, papy, grand mere, grand pere, mamy',
  purpose: 'on purpose, expres, deliberately, volontairement',
  selfHurt: 'cut, cuts, cutting, hurt*, burn*, harm*, fait mal, fais mal, coupe*, brule*, blesse*',
  toJaw:
    'jaw, teeth, machoire, dents, into my arm, into his arm, into her arm, down my arm, down his arm, down her arm',
  spreading:
    'goes up, going up, goes into, going into, goes to, up into, up to, spreads, spreading, shooting, radiat*, remonte, irradie, gagne, monte, descend, part dans',
  cough: 'cough*, tousse*, toux',
  voiceGone: 'squeaky, hoarse, changed, gone, rauque, bizarre, changee, change, change*',
  hoarse: 'hoarse, squeaky, rauque, aphone',
  voice: 'voice, voix',
  accident:
    'hit by a car, run over, car crash, crashed, crushed, fell from, fell off, fell down, falling off, electric shock, volts, electrocut*, struck by lightning, renverse par, accident de, ecrase*, tombe du, tombe de, tombee de, tombee du, fall from, knocked down, kicked by',
  assaults:
    'threaten*, menac*, frapp*, beat, beats, beating, punch*, kick*, slap*, strangl*, raped, rapes, etrangl*, gifl*, tabass*',
  smother: 'pillow, oreiller, coussin, hand over, bag over, main sur',
  mouthNose: 'face, mouth, nose, visage, bouche, head, tete',
  mix: 'mixed, mixing, mix, melange*',
  bleach: 'bleach, javel, ammonia, cleaner, ammoniac, chlorine, detartrant',
  warm: 'hot, warm, chaud, chaude, burning, boiling',
  takeAll:
    'avaler tout*, avaler tous, prendre tous, prendre tout, prendre toute*, take all, take everything, swallow all, swallow everything, take the lot, take them all, swallow them all, down the lot',
  prepared:
    'tout prepare, all prepared, everything is ready, planned it, made arrangements, made my peace, sorted my will, got a plan, have a plan, plan ready, tout est pret, tout organise, dis au revoir, said my goodbyes, affairs in order, paid my debts, found a home for my dog, en ordre, c est decide, ma decision est prise, my mind is made up, i have decided, i ve decided, made up my mind',
  roll: 'roll*, rolled, revuls*, blanc des yeux, whites',
  ingests: 'swallow*, drank, drunk, ate, eaten, gulp*, lick*, avale*, bu, croque*, ingere*, mange',
  smallThing:
    'bead*, coin, coins, toy, marble*, lego, stone, screw, nut, grape, perle*, bille*, jouet*, caillou, vis, noix, piece, cacahuete, raisin, bouchon',
  noise: 'whistl*, noise, stridor, bruit, siffl*, squeak*, crow*, rasp*, wheez*',
  vomitBlack: 'black, noir, coffee grounds, marc de cafe, brown, dark',
  burnt: 'burnt, burned, scalded, brule, brulee, brulure au, brulure a, brulures au, ebouillante*',
  dead: 'white, no feeling, black, cant feel, charred, skin off, noire, blanche, sens rien, sent rien',
  sugarRead: 'sugar, sugars, glucose, glycemie, dextro',
  low: '0, 1, 2, low, bas, basse, chute',
  shaky:
    'shak*, trembl*, sweat*, sueur*, faint, faints, fainted, pass out, passing out, drowsy, confus*, malaise, dizzy, transpire',
  touchesMe:
    'touches me, touching me, touched me, touches my daughter, me touche, touche ma fille, touche mon fils, comes in my room, comes into my room, gets into my bed, gets in my bed, in my bed at night, vient dans ma chambre, vient dans mon lit, makes me do things, showed me his, does things to me, makes me touch, me fait des choses, me fait toucher, touche mes parties, touches my private*',
  raped:
    'i was raped, been raped, got raped, was assaulted, been assaulted, sexually assaulted, ete violee, ete viole, fait violer, ete agressee',
  bought: 'bought, buying, ordered, stole, collecting, achete*, commande*, vole, stocke',
  lethal:
    'paracetamol, pills, tablets, rope, gun, doliprane, sleeping pills, somniferes, corde, helium, fusil, blades',
  loads:
    'load of, loads of, lots of, boxes of, bottles of, ten boxes, plein de, des boites, beaucoup de, rope, gun, corde, helium, fusil, blades',
  halfFace:
    'half my face, half his face, half her face, half the face, half of her face, half of his face, half of my face, one side of my face, one side of her face, one side of his face, moitie du visage, cote du visage',
  lifts: 'lift*, raise*, hold, grip, lever, soulever, tenir, button',
  highFever:
    'shiver*, shak*, grelott*, frisson*, rigors, chills, high fever, forte fievre, grosse fievre, degrees',
  scratchy:
    'scratchy, itchy, itching, gratte, pique, thick, tickl*, funny, burning, brule, strange, weird',
  notHis:
    'wasnt hers, wasnt his, werent hers, werent his, not hers, not his, isnt hers, isnt his, someone elses, not prescribed, not mine, pas a lui, pas a elle, pas les siens, pas prescrit, de sa grand mere, de son grand pere, grandpas, grandmas, grandads, nans',
  bottleOf:
    'half a bottle, bottle of, handful, half the bottle, half a box, half a pack, half the box, whole lot, moitie de la boite, demi bouteille, moitie du flacon, poignee',
  hanging: 'hanging, pendu, pendue',
  findsHim: 'found, trouve*, retrouve*',
  shook: 'shook, shaken, dropped, secoue*, lache, fait tomber, jete',
  sharp:
    'metal, nail, glass, splinter, stick, knife, poked, burst, wire, clou, verre, eclat, bout de',
  icy: 'cold, ice cold, freezing, froid, froide, glace*, white, blanche',
  hernia: 'hernia, hernie',
  quit: 'stopped drinking, quit drinking, no drink since, withdrawal, sevrage, arrete de boire, arrete l alcool, dts, delirium tremens',
  seesThings:
    'seeing things, hallucinat*, shak*, trembl*, fit, voit des choses, voit des bestioles, sweat*',
  fewWords:
    'two words, few words, one word at a time, speak in sentences, finish his, finish her, finish a, deux mots, finir ses phrases, finir sa phrase',
  allOf: 'all of them, every one, every last one, the lot, the whole lot, all gone, tous, toutes',
  brothers:
    'brothers, sisters, grandpas, grandads, nans, grandmas, mums, moms, dads, wifes, husbands, his brothers, de son frere, de sa soeur, de sa mere, de son pere, de sa grand mere, de mamie, de papi, de maman',
  spiked:
    'spiked, drugged, roofied, drogue, drugue, mis quelque chose dans mon verre, in my drink, dans mon verre',
  drink: 'drink, verre, glass, me, boisson',
  ripped:
    'torn open, ripped open, hanging off, to the bone, mauled, arrache*, dechiquet*, a vif, ouverte',
  beast: 'dog, pitbull, chien, chainsaw, machine, shark, propeller, bear',
  useIt: 'use it, using it, turn it, do it, m en servir, l utiliser, le faire',
  standing: 'standing, sitting, standing on, sat on, assis*, elephant, tonne, ton, weight',
  pressure: 'tension, blood pressure, pre eclampsia, preeclampsia',
  smile: 'smile*, smiling, sourit, sourire, sourit que',
  oneSide: 'one side, d un cote, un seul cote, half',
  everywhere: 'everywhere, all over, partout, de partout, whole body',
  teethChatter:
    'claque des dents, claquer des dents, teeth chattering, teeth are chattering, shivering, shaking, grelott*, frissonn*',
  device2: 'catheter, sonde, line, port, picc, voie centrale, drain, stent',
  dizzy:
    'dizzy, tete qui tourne, tete tourne, light headed, lightheaded, faint*, vertige*, evanou*, weak',
  atThroat: 'throat, gorge, neck, head, tempe, temple, ventre',
} as const
