/** code; names in English and French; kind; usual units. The longer names first where one begins with another. */
export const measureRows = String.raw`birthWeight;birth ?-?(?:weight|wt)|BWt?(?= ?:?\d)|poids de naissance|PN|naissance(?= \d);other:^(?:k?g|\[lb_av\])$;kg 0.4 6|g 400 6000
weight;(?<=(?:poor|slow|faltering|good) )weight gain|(?:body )?weigh(?:t|s|ing)?(?![- ](?:loss|gain|reduction|change))|wt(?! loss)|(?<!(?:perte|prise|gain|reprise) de )poids(?: (?:du jour|de sortie|actuel))?|p[èeé]se|weighs;other:^(?:k?g|\[lb_av\])$;kg 2 300
height;height|ht|stature|taille|mesure(?= \d)|short stature|length;other:^(?:cm|m|\[in_i\])$;cm 40 220|m 0.4 2.2
headCircumference;head circumference|OFC|p[ée]rim[èe]tre cr[âa]nien|PC;other:^cm$;cm 28 62
waist;waist(?: circumference)?|tour de taille;other:^cm$;
neck circumference;neck(?: circumference)?|tour de cou;other:^cm$;
bmi;BMI|body mass index|IMC|indice de masse corporelle;other:^kg\/m2$;kg/m2 10 90
temperature;T°|temperature|temp[ée]rature|temp|T(?![- ]?score|\.)|fever(?: (?:of|to|up to))?|fi[èe]vre(?: [àa])?|febrile|f[ée]brile(?: [àa])?|Tmax|pyrexia|afebrile|apyr[ée]tique;other:^(?:Cel|\[degF\])$;Cel 34 43|[degF] 93 110
heartRate;heart rate|HR|pulse(?: rate)?|FC|fr[ée]quence cardiaque|pouls|(?:tachy|brady)cardie(?= (?:sinusale )?[àa] \d)|PR(?= \d{2,3}(?:\/min|,| bpm))|P(?= \d{2,3}\b)|rate;other:^\/min$;/min 25 260
respiratoryRate;respiratory rate|resp(?:\. )? ?rate|RR|FR|fr[ée]quence respiratoire|resps?|(?<=(?:P|HR|pulse) \d{2,3},? )R(?= \d{2}(?!\d));other:^\/min$;/min 6 99
spo2;SpO2|Sp02|SaO2|sats?|O2 sats?|oxygen saturations?|saturations?|O2 sat|Sat(?:uration)? ?O2;share;% 40 100
qtc;QTc(?:[FB])?(?: interval)?|corrected QT;other:^ms$;ms 300 700
PR interval;PR interval|intervalle PR|espace PR|PR;other:^ms$;
lvef;LVEF|EF|left ventricular ejection fraction|ejection fraction|FEVG|fraction d['’][ée]jection(?: ventriculaire gauche)?;share;
fev1;FEV ?1|VEMS;other:^(?:%|L)$;
fvc;FVC|CVF|SVC|CVL|VC|forced vital capacity|capacit[ée] vitale(?: forc[ée]e)?|slow vital capacity|vital capacity;other:^(?:%|L)$;
dlco;DLCO|TLCO|KCO;share;
hba1c;HbA1c|Hb ?A1c|A1C|h[ée]moglobine glyqu[ée]e|glycated ha?emoglobin;conc;% 3.5 20|mmol/mol 21 180
hemoglobin;ha?emoglobin|h[ée]moglobine|Hgb|Hb|an[ée]mie(?= [àa] \d);conc;g/dL 3 22|g/L 40 220
hematocrit;ha?ematocrit|h[ée]matocrite|Hct|Hte?;share;% 10 70
reticulocytes;reticulocytes?|r[ée]ticulocytes?|retics?;other:^(?:%|10\*.*)$;
mcv;MCV|VGM;other:^fL$;fL 50 130
neutrophils;(?:absolute )?neutrophils?(?: counts?)?|ANC|neuts?|PNN|polynucl[ée]aires(?: neutrophiles)?|(?:neutrop[ée]nie|agranulocytose)(?= [àa] \d);cells;/uL 100 60000|10*9/L 0 99
lymphocytes;(?:absolute )?lymphocytes?(?: counts?)?|ALC|lymph(?:o?s|o)|lymphop[ée]nie(?= [àa] \d);cells;/uL 100 60000|10*9/L 0 99
eosinophils;(?:blood )?eosinophils?|[ée]osinophiles?|[ée]osinos?|(?:hyper)?[ée]osinophilie(?= [àa] \d)|eos|PNE;cells;/uL 60 90000|10*9/L 0 0.99
monocytes;monocytes?;cells;
cd4;CD4\+?(?: (?:cells?|T[- ]?cells?|lymphocytes?))?(?: (?:counts?|nadir))?|lymphocytes CD4|nadir CD4;cells;/uL 5 2500
platelets;platelets?(?: counts?)?|plaq(?:uettes?)?|thrombop[ée]nie(?= [àa] \d)|thrombocytose(?= [àa] \d)|plts?|PLQ|plq|thrombocytes;cells;/uL 3000 2000000|10*9/L 1 2000
csfCells;CSF (?:WBC|white cells?|cells?|leu[ck]ocytes?)|LCR|PL(?= );cells;
leukocytes;WBC|WCC|white (?:blood )?cells?(?: counts?)?|white count|leu[ck]ocytes?(?: counts?)?|globules blancs|GB|(?:hyperleucocytose|leucop[ée]nie)(?= [àa] \d);cells;/uL 500 400000|10*9/L 0.1 499
creatinineClearance;creatinine clearance|CrCl|Cockcroft(?:[- ](?:et |and |& )?Gault)?|clairance(?: de la cr[ée]atinine)?|cl[ée]arance(?: cr[ée]at)?;other:^mL\/min;mL/min 3 200
egfr;eGFR|e-?GFR|GFR|DFGe?|d[ée]bit de filtration glom[ée]rulaire|glomerular filtration rate|CKD-EPI;other:^mL\/min;mL/min/{1.73_m2} 2 180
urineProteinRatio;(?:urine |urinary )?protein[/-](?:to-)?creatinine(?: ratio)?|UPCR|uPCR|PCR(?= \d+ ?mg\/mmol)|prot[ée]inurie\/cr[ée]atininurie|ratio prot[ée]ine\w*\/cr[ée]atinine?;other:^(?:g|mg)\/(?:g|mmol|mol)$;
urineAlbuminRatio;(?:urine |urinary )?albumin[/-](?:to-)?creatinine(?: ratio)?|ACR(?= ?[:=]? ?\d+[.,]?\d* ?mg)|UACR|uACR|RAC|albuminurie\/cr[ée]atininurie|ratio albumine\w*\/cr[ée]atinine?;other:^(?:g|mg)\/(?:g|mmol|mol)$;
urineProtein;proteinuria(?: of)?|prot[ée]inurie(?: des 24 ?h)?|Pu(?= \d)|urine protein|24 ?h urine protein;other:^(?:g|mg)\/(?:d|L)$;
creatinine;(?:serum |plasma )?creatinine|Cr|sCr|creat;conc;mg/dL 0.2 12|umol/L 25 1500
creatinine;cr[ée]atinin[ée]mie|créatinine|cr[ée]at;conc;mg/dL 0.2 2.5
urea;urea|BUN|ur[ée]e|azot[ée]mie;conc;
conjugatedBilirubin;(?:conjugated|direct) bilirubin|bilirubine conjugu[ée]e|conjugu[ée]e|conjugated;conc;
bilirubin;(?:total |serum )*bilirubin(?: total)?|bilirubine(?: totale)?|bili(?:rub)?|SBR|TSB;conc;mg/dL 0.1 2.9
ast;AST|SGOT|ASAT|TGO|aspartate (?:amino)?trans(?:aminase|ferase);conc;U/L 3 20000
alt;ALT|SGPT|ALAT|TGP|alanine (?:amino)?trans(?:aminase|ferase);conc;U/L 3 20000
alkalinePhosphatase;alkaline phosphatase|ALP|alk ?phos|PAL|phosphatases? alcalines?;conc;U/L 10 5000
ggt;GGT|gamma[- ]?GT|γGT|gamma[- ]glutamyl ?transferase|GGTP;conc;U/L 3 5000
ck;CPK|CK|creatine kinase|cr[ée]atine ?kinase;conc;U/L 10 300000
ldh;LDH|lactate dehydrogenase;conc;U/L 50 20000
lipase;lipase|lipas[ée]mie;conc;
amylase;amylase;conc;
ace;ACE(?= \d)(?! \d+[.,]?\d* ?(?:ng|[µu]g))|ECA(?= \d)|angiotensin[- ]converting enzyme|enzyme de conversion;conc;
inr;INR(?: (?:ce jour|du jour|today))?;score;1 0.5 20
prothrombin;TP|prothrombin (?:time|level|ratio)|taux de prothrombine;share;% 5 110
aptt;APTT|aPTT|TCA;other:^(?:s|1|%)$;
d-dimer;D-?dim[eè]res?|D[- ]?dimers?;conc;
fibrinogen;fibrinogen|fibrinog[èe]ne;conc;g/L 0.3 12
albumin;(?:serum )?albumin|alb|albumine|albumin[ée]mie;conc;g/dL 1 6|g/L 10 60
total protein;total protein|protid[ée]mie|protides?;conc;
crp;(?:hs-?)?CRP|C[- ]reactive protein|prot[ée]ine C r[ée]active;conc;mg/L 0 600
procalcitonin;procalcitonin|procalcitonine|PCT;conc;ng/mL 0 500
esr;ESR|VS|sed(?:imentation)? rate|erythrocyte sedimentation rate|vitesse de s[ée]dimentation;other:^mm(?:\/h)?$;mm/h 0 160
ferritin;ferritin|ferritine|ferritin[ée]mie;conc;ng/mL 1 90000
transferrin saturation;transferrin sat(?:uration)?s?|iron sat(?:uration)?|TSAT|coefficient de saturation|CST;share;
fasting glucose;fasting (?:plasma |blood )?glucose|fasting(?= \d)|FPG|FBG|glyc[ée]mie [àa] jeun|GAJ;conc;mg/dL 40 600
2-hour glucose;2 ?-?h(?:our)?(?: glucose)?(?= \d)|2-hour(?: plasma)? glucose|glyc[ée]mie [àa] (?:2 ?h|H2|120 min);conc;
glucose;(?:random |blood |plasma |serum |capillary |CSF )*glucose|BM|BGL|glu(?=[ :=]{1,2}\d)|(?:hypo|hyper)?glyc[ée]mie(?: capillaire)?|gly(?= ?[:=]? ?\d)|dextro|blood sugars?|sugars?;conc;mg/dL 40 1500|mmol/L 7 35
csfGlucose;CSF glucose|glycorachie|glucorachie;conc;
csfProtein;CSF protein|prot[ée]inorachie;conc;
ldl;LDL(?:[- ]?c(?:holest[eé]rol)?)?;conc;mg/dL 25 400
hdl;HDL(?:[- ]?c(?:holest[eé]rol)?)?;conc;mg/dL 12 150
cholesterol;(?:total )?cholesterol|cholest[ée]rol(?: total)?|CT;conc;mg/dL 60 600|mmol/L 1.5 20
triglycerides;triglyc[eé]rides?|TG;conc;mg/dL 30 3000
potassium;potassium|K\+|K|(?:hypo|hyper)?kali[ée]mie;conc;mmol/L 1.5 9
sodium;sodium|Na\+|Na|(?:hypo|hyper)?natr[ée]mie;conc;mmol/L 100 180
chloride;chloride|Cl-?|chlor[ée]mie|chlorures?;conc;mmol/L 60 130
calcium;(?:corrected |serum |total |adjusted |ionised |ionized )*calcium|Ca(?![- ]?(?:19|125|15|72))(?:2\+)?|(?:hypo|hyper)?calc[ée]mie(?: corrig[ée]e)?;conc;mmol/L 1.2 4.4|mg/dL 5.5 18
phosphate;phosphates?|phosphorus|phosphore|PO4|phosphor[ée]mie|phosphat[ée]mie;conc;
magnesium;magnesium|Mg(?:2\+)?|magn[ée]s[ée]mie|magn[ée]sium;conc;
bicarbonate;bicarbonates?|HCO3-?|bicar|CO2 total;conc;mmol/L 3 50
lactate;lactates?|lactat[ée]mie;conc;mmol/L 0.3 25
blood pH;(?:arterial |venous |blood )?pH;score;1 6.5 7.9
pco2;p?a?CO2;other:^(?:mm\[Hg\]|kPa)$;kPa 2 13|mm[Hg] 16 140
po2;p?a?O2;other:^(?:mm\[Hg\]|kPa)$;
fio2;FiO2;share;% 21 100
map;MAP|PAM|mean arterial pressure|pression art[ée]rielle moyenne;other:^mm\[Hg\]$;mm[Hg] 30 180
pulmonaryPressure;(?:systolic )?PAP[Ss]?|RVSP|PASP|pulmonary (?:artery )?(?:systolic )?pressure|pression art[ée]rielle pulmonaire(?: systolique)?;other:^mm\[Hg\]$;
aortic valve mean gradient;mean gradient|gradient moyen;other:^mm\[Hg\]$;
aortic valve area;AVA|valve area|surface (?:aortique|valvulaire);other:^cm2$;
uric acid;uric acid|urate|acide urique|uric[ée]mie;conc;
ammonia;ammonia|ammoni[ée]mie|NH3;conc;
tsh;TSH;conc;mU/L 0.001 150
free thyroxine;free T4|fT4|T4L|FT4|free thyroxine|T4 libre;conc;pmol/L 5 120|ng/dL 0.1 4.5
free triiodothyronine;free T3|fT3|T3L|FT3;conc;
pth;PTH|parathormone|parathyroid hormone;conc;
acth;ACTH;conc;
growth hormone;GH|growth hormone|hormone de croissance;conc;
aldosterone;aldosterone|aldost[ée]rone;conc;
renin;renin|r[ée]nine;conc;
insulin level;insulin[ée]mie|fasting insulin;conc;
C-peptide;C-?peptide|peptide C;conc;
calcitonin;calcitonin|calcitonine;conc;
cortisol;cortisol|cortisol[ée]mie;conc;
testosterone;testosterone|testost[ée]rone;conc;
estradiol;o?estradiol|œstradiol|E2;conc;
progesterone;progesterone|progest[ée]rone;conc;
fsh;FSH;conc;U/L 0 200
lh;LH;conc;U/L 0 200
prolactin;prolactin|prolactine|PRL;conc;
amh;AMH;conc;
17-hydroxyprogesterone;17-?(?:OHP?|OH-progest\w+|hydroxy-?progest\w+)|17-?OH ?P;conc;
igf1;IGF-?1;conc;
hcg;(?:β|ß|b|beta)?-?\s?hCG|HCG;conc;
vitaminD;25-?(?:OH)?[- ]?(?:hydroxy)?[- ]?(?:vitamin|vitamine|vit)?\.? ?D3?|vitamin D|vit D|vitamine D|25-OH[- ]D;conc;
vitamin B12;vitamin B12|B12|vitamine B12|cobalamin;conc;
folate;folate|folates;conc;
ntProBnp;NT-?pro-?BNP;conc;pg/mL 5 90000
bnp;BNP;conc;pg/mL 5 90000
troponin;(?:hs-?|high[- ]sensitivity )?trop(?:onin)?e?s?(?:[ -]?[TI])?(?:-?hs)?|hs-?cTn[TI]|TnT|TnI|tropo;conc;
psa;PSA;conc;ng/mL 0 5000
ca153;CA[- ]?15[-.]?3;conc;
chromogranin A;chromogranin(?:e)? A|CgA;conc;
ca125;CA[- ]?125;conc;
ca199;CA[- ]?19[-.]?9;conc;U/mL 1 100000
cea;CEA|ACE(?= ?(?:[:=]|[àa])? ?\d+[.,]?\d* ?(?:ng|[µu]g));conc;
afp;AFP|alpha-?f(?:œ|o)?eto-?prot[eé]ine?;conc;
thyroglobulin;thyroglobulin|thyroglobuline|Tg;conc;
paraprotein;paraprotein|M[- ]?(?:protein|spike|band)|(?:prot[ée]ine|pic|composant|gammapathie|immunoglobuline) monoclonal(?:e)?(?: Ig[GAM](?: (?:kappa|lambda))?)?|pic monoclonal(?: Ig[GAM] \w+)?;conc;
free kappa light chains;free kappa(?: light chains)?|kappa(?: FLC)?|cha[îi]nes l[ée]g[èe]res (?:libres )?kappa;conc;
free lambda light chains;free lambda(?: light chains)?|lambda FLC;conc;
beta-2 microglobulin;(?:beta|β|b)-?2[- ]?microglobulin(?:e)?;conc;
bcrAbl;BCR-?ABL1?(?: transcripts?)?(?: IS)?;share;
rheumatoid factor;RF|rheumatoid factor|facteur rhumato[ïi]de;conc;
anticcp;anti-?CCP|ACPA|anti-?citrullin\w+;conc;
anti-dsDNA;anti-?(?:ds)?DNA|anti-?ADN(?: natifs?)?;conc;
ttgIga;tTG(?:-IgA)?|anti-?tTG|tissue transglutaminase(?: IgA)?|anti-?transglutaminases?(?: IgA)?;conc;
tpo;anti-?TPO|TPO(?: antibodies)?;conc;
trab;TRAb|TSH receptor antibod\w+|anti-?r[ée]cepteurs? de la TSH|TRAK;conc;
anticardiolipin IgG;anti-?cardiolip\w+(?: Ig[GM])?;conc;
anti-BP180 antibody;anti-?BP ?180;conc;
acetylcholine receptor antibody;AChR(?: Ab| antibod\w+)?|anti-?RACh;conc;
complement C3;(?:complement )?C3;conc;
complement C4;(?:complement )?C4;conc;
IgE;(?:total )?IgE(?: totales)?;conc;
IgG;IgG;conc;
IgA;IgA;conc;
IgM;IgM;conc;
specific IgE;(?:Ara h ?\d|specific IgE|IgE sp[ée]cifiques?)(?: (?:specific )?IgE)?;conc;
fecal calprotectin;(?:f(?:a)?ecal )?calprotectin|calprotectine(?: f[ée]cale)?;conc;ug/g 5 30000
fit;FIT|fa?ecal immunochemical test;conc;
bile acids;bile acids?|acides biliaires;conc;
phenylalanine;phenylalanine|ph[ée]nylalanine|ph[ée]nylalanin[ée]mie|Phe;conc;
clozapine level;clozapine(?: level)?;conc;
tacrolimus level;tacrolimus(?: trough| level)*|tacrolimus r[ée]siduel|tacrol[ée]mie|taux r[ée]siduel(?: de tacrolimus)?;conc;
lithium level;lithium(?: level)|lith[ée]mie;conc;
alpha-galactosidase A activity;alpha-?galactosidase A(?: activity)?;other:^nmol\/h\/mL$;
viralLoad;viral load|VL|HIV RNA|HCV RNA|HBV DNA|charge virale(?: VIH| VHB| VHC)?|ARN (?:du )?(?:VHC|VIH)|ADN (?:du )?VHB|ADN(?= ?[:=]? ?\d[\d ]* ?(?:UI|IU|copies|cop))|CV(?: VIH)?;other:(?:\/mL)$;
parasitemia;parasita?emia|parasit[ée]mie|P\. falciparum;share;
factor VIII activity;factor VIII(?: (?:activity|level|c))?|facteur VIII|F ?VIII;share;
von Willebrand;VWF(?::\w+)?|von Willebrand (?:factor|antigen|activity);share;
PD-L1 expression;PD-?L1(?: (?:TPS|CPS|expression|tumou?r proportion score))*;share;
estrogen receptor;(?:o?estrogen receptor|ER|RE)\+?;share;
progesterone receptor;(?:progesterone receptor|PR|PgR|RP)\+?;share;
Ki-67 index;Ki-?67;share;
jcvIndex;(?:anti-?)?(?:JCV|JC virus)(?: antibod(?:y|ies))?(?: index)?|index anti-?JCV;score;1 0 10
liver stiffness;FibroScan|liver stiffness|[ée]lastom[ée]trie|elastography;other:^kPa$;
sweat chloride;sweat (?:chloride|test)|test de la sueur|chlorures sudoraux;conc;
cervical length;cervical length|cervix|col;other:^(?:mm|cm)$;
nuchal translucency;nuchal translucency|NT|clart[ée] nucale;other:^mm$;
endometrial thickness;endometri(?:um|al thickness)|endom[èe]tre;other:^mm$;
pyloric muscle thickness;pylor(?:us|ic)(?: muscle)?(?: thickness)?|(?:paroi|muscle) pylorique|pylore;other:^mm$;
intraocular pressure;IOP|intraocular pressure|PIO|pression intra-?oculaire|tonus oculaire;other:^mm\[Hg\]$;mm[Hg] 4 80
lipoprotein(a);Lp ?\(a\)|lipoprotein ?\(a\)|lipoprot[ée]ine ?\(a\);conc;
haptoglobin;haptoglobine?;conc;
homocysteine;homocysteine|homocyst[ée]ine(?:[ée]mie)?;conc;
tryptase;tryptase;conc;
osmolality;(?:serum |plasma |urine )?osmolality|osmolalit[ée](?: (?:plasmatique|urinaire))?;other:^mosm;
zinc;zinc;conc;
copper;(?:serum |urine )?copper|cuivre|cupr[ée]mie;conc;
ceruloplasmin;c(?:a)?eruloplasmin|c[ée]rul[ée]oplasmine;conc;
iron;serum iron|iron(?= \d+ ?(?:[uµμ]|mcg))|fer s[ée]rique;conc;
anti-Xa;anti-?Xa;conc;
interleukin 6;IL-?6|interleukin 6;conc;
mpo;(?:MPO|PR3)(?:-?ANCA)?|anti-?(?:MPO|PR3);conc;
ahi;AHI|IAH|apn(?:o)?ea-hypopn(?:o)?ea index;other:^\/h$;/h 0 150
`
