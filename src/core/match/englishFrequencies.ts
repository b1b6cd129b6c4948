/** Words that stand in about the same share of English texts; the words are word keys (lower case), in alphabetical order. */
type FrequencyLevel = { readonly share: number; readonly words: string }

/**
 * The 2,500 words that stand in most English texts of some 600 words, by the share of such texts that hold them (0 to 1, rounded to
 * half a power of two). Counted by us: docs/decisions/0031-word-frequencies.md says how, and what is left out (names, numbers).
 */
export const ENGLISH_LEVELS: readonly FrequencyLevel[] = [
  {
    share: 1,
    words: 'a and as for in is it of on that the to with',
  },
  {
    share: 0.7071,
    words: 'all an are at be but by can from has have more not or this was will',
  },
  {
    share: 0.5,
    words:
      'about also been do he i into like new no other out people said so some than their there they ' +
      'time up we what when which who would you',
  },
  {
    share: 0.3536,
    words:
      'after any because before could even first get had his how its just make many may most now only ' +
      'our over see should them these use way were where while work years your',
  },
  {
    share: 0.25,
    words:
      "against back being between both called don't each every government help her here including last " +
      'long made much need own part public same set since state such support take then think those ' +
      'through used using very want well year',
  },
  {
    share: 0.1768,
    words:
      'across added already always another around based best better campaign case change come country ' +
      'data day did different does down during end example far few find following former found go going ' +
      'good great group high him important information know less making me my never next number off ' +
      'percent place process put right say says service something still system team told under week ' +
      'without working world',
  },
  {
    share: 0.125,
    words:
      "able again allow along available become built came can't clear days doesn't doing done early " +
      "enough experience free function give given home i'm include issue issues large later least left " +
      'level life line little local lot major means members might million money months must name needs ' +
      'often old order past political possible problems provide rather really recent run several single ' +
      'small source started statement sure thing things together too took until value version within',
  },
  {
    share: 0.0884,
    words:
      'above agencies ago allows almost anything away began believe bring calling candidate cannot ' +
      "changes children coming cost course created deal decision didn't difficult directly easy effort " +
      'efforts either election event ever fact feel file focus forward future groups half hard hope ' +
      'hours idea impact improve included itself kind known leaders leading likely list longer looking ' +
      'makes method month move nearly needed offer official officials option outside package passed pay ' +
      'person personal potential primary private problem projects property provided provides question ' +
      'questions quickly released response result results risk running s saying seen share short side ' +
      'similar specific supported taken takes taking teams term test thought tools toward trying ' +
      'understand users uses values via vote voters wanted ways weeks went whole whose worked written ' +
      'wrote',
  },
  {
    share: 0.0625,
    words:
      'ability actually adding addition address ahead allowed amount announced anyone approach area ' +
      'areas argument attack attacks attention bad became behavior behind below benefits body calls ' +
      'candidates cases cause certain changed close comes companies complete complex conservative ' +
      'considered content continued countries creating critical debate deliver details due employees ' +
      'ensure entire environment error especially evidence existing expected face false fight files ' +
      "focused followed form front fully gave growing hand happen held helped himself hit huge i've " +
      "increase industry instance interest interview involved isn't joined language late latest lead " +
      'leave link lives living low lower market matter mean met near necessary nominee numbers ' +
      'organizations original particular particularly parts per plans play position practice practices ' +
      'present previously probably production products programs properties providing quality race ' +
      'reason receive record release reported required rest role rules saw sense sent serious serve ' +
      'shows significant simply size someone soon spending starting stay stop strong style success ' +
      'successful supporters talking terms themselves thousands throughout types usually various wants ' +
      "water website win won't words write writing wrong",
  },
  {
    share: 0.0442,
    words:
      'accessible account actions activities allowing alone answer anti appeared applications apply ' +
      'arguments average becoming begin beginning benefit biggest billion bit born brought businesses ' +
      'caused challenges chance character citizens claims clearly closed closely colleagues com ' +
      'communities completely concerns core costs couple cover crisis criticism criticized cut decades ' +
      'decided decisions described designed determine develop developed difference documents easier ' +
      'easily economy effect effective else etc exactly expect expensive experts facing failed families ' +
      'faster format funding gives giving goals goes ground hands happened happy hear heard helping ' +
      'helps higher highly hold host hour ideas illegal image immediately immigrants implementation ' +
      'income individual individuals initial investigation keeping killed knowledge lack largely larger ' +
      'largest launched laws leadership learned legislation levels lines looks lost match meant measure ' +
      "men millions model mostly moving named names nation's natural nomination noted offered offers " +
      'officers ones opportunities owner paid pattern period platform points policies polls popular ' +
      'population positive powerful pressure prevent previous processes produce produced proposed ' +
      'protect published putting quite raise raised rate reading ready reasons received reduce regular ' +
      'relationship remain remains replace reporters requests require requirements responsible returned ' +
      'runs sector seeking separate served server showed signed skills smaller solution speech spend ' +
      'spent spoke spokesman stage stand statements stories study subject summer supporting tell ' +
      "thinking threat tool track traditional tried turned unique unless upon violence wasn't whom wide " +
      'widely woman won worth yourself',
  },
  {
    share: 0.0312,
    words:
      'absolute accept accounts accused achieve active actual advantage advisor advisors agree agreed ' +
      "allies amazing appear appearance appears appropriate aren't argued asking attempt attempts " +
      'audience automatically aware backed basis becomes believed bills break bringing broken campaigns ' +
      'capacity causes centered certainly changing charge choice cities claimed classes color ' +
      'commitment committed compared completed concept concern conditions confidence consistent ' +
      'construction contain containing contains context continues contrast controversial conversation ' +
      "copy correct couldn't country's crowd customers decade decide declared declined dedicated defend " +
      'defined delivered demand describe detail detailed determined developers developing differences ' +
      'discovered discussion driven drop effectively efficient elected emails empty ended entirely ' +
      'entry equivalent established estimated except exist exists expand experiences expressed ' +
      'extremely faced fail failure familiar fear feature felt figures firm fit fix floor forced fresh ' +
      'friendly generally generate generated gone greatest grow grown handle hearing highest holding ' +
      "i'd identified identify implement improved improvements improving increased increasing " +
      'increasingly input intended interested introduced issued items kept keys knew knows launch leads ' +
      'leaving legacy listed looked lose loved maintain manage matching materials measures messages ' +
      'miles mind minimum mode moment movement negative normal objects offering ongoing opening opinion ' +
      'opposed opposition parents partner passing paths patterns paying perfect perform physical played ' +
      'playing positions pretty properly proposal prototype publicly purpose raising rates reach ' +
      'reality recommended regularly rejected relative remarks removed repeatedly represents requires ' +
      'respect respond responded responsibility returning roughly rule scale seeing seek seem seemed ' +
      'seems sensitive serving shot showing shown situation son sought sources speak speed steps ' +
      'succeed suggest target terrorist tested throw touch treated tweeted twice updates valid valuable ' +
      'variety victory views voted votes voting willing winning wish worst',
  },
  {
    share: 0.0221,
    words:
      "abroad abuse accepted accurate acknowledged activists administration's admit adopted advance " +
      'affect affected afternoon aimed announcement anywhere appeal approaches approval approved ' +
      'arrived assault assume balance banks begun behalf believes bid bigger birth blame blood bottom ' +
      'brand broad broke burden cache carried carry cast caught challenging charged charges cited ' +
      'closer combined commit compatible competition compliance complicated component concerned ' +
      'condition conducted confirmed consequences contained contracts controlled controversy count ' +
      'creation crime dangerous deeply defeat define degree delivering denied depth desire device died ' +
      'disabled distributed diverse domestic door doubt dozen dramatic drugs eat edge effects emerged ' +
      'enabled encourage encouraged ending ends engine essential establish establishment evening exact ' +
      'excellent excited executives exit expertize explain explained explicitly extensive eye faces ' +
      'factors famous fan fans favor favorite feeling fell female fewer filled film findings finished ' +
      'flag flow folks foot forth friend fun funded funds gain gathered grew guarantee gun guys happens ' +
      "haven't heavily heavy helpful herself holds homes hopes husband ignored immediate implemented " +
      'importance impossible incredibly influence informed innovative installed interesting interests ' +
      'investment keeps kinds lawyer length lessons limits linked lived locations maintained ' +
      'maintaining maintenance managed massive matters meaning meaningful meetings mentioned minor ' +
      'minute missing mixed models myself nuclear numerous opened outcome packages pain partial parties ' +
      'performed pick picture piece pilot placed pointed politicians poor portion possibly potentially ' +
      'prefer prepared presented priority producing promote promoting proposals protected proud prove ' +
      'proved purposes pushed pushing ran rare reached realize receiving recognize recommend ' +
      'recommendations reduced referred referring reflect refused relatively relevant remained ' +
      'remaining replaced replacement represent represented representing reputation resolution resolve ' +
      'resolved responses revealed rising risks robust round runner scientific scope script sell serves ' +
      "shape shares shooting shouldn't shut sides significantly sites sitting skin slow sold solve " +
      'solving somebody somewhat sort specify spokeswoman standing stands starts steel stood struggle ' +
      'struggling stuff subsequent successfully suggests supply supporter supposed surface surprize ' +
      "surprized talent talented talked tasks taxes telling tells tend they'll thinks threats thrown " +
      'tone tough trip truly turning unknown unlikely urged vast vehicles vendor vital vulnerable ' +
      'waiting walls warned watching weapons websites weekend weight widespread wife worker worried ' +
      "worry worse wouldn't writes",
  },
  {
    share: 0.0156,
    words:
      'acquired adapt addressed admitted adopt advertizing advocacy advocate afford aged agent ' +
      'aggressive alleged angry anyway approximately argue arms arrested aspects assess assist attached ' +
      'attend attended backing barriers beautiful begins blamed blocks bodies bomb bought brief brings ' +
      'broader bugs buildings builds bunch camera capabilities capable careful carefully causing ' +
      'challenged chances checking choices chosen circumstances claiming classified closing collapse ' +
      "collect combination comfortable commonly company's complained complexity concrete confident " +
      'connected constantly consumption contributed contribution conventional cool counter countless ' +
      'covered covers crash crucial cutting cycle danger daughter dealing deaths debt deciding declare ' +
      'decline defended defending demanding demands demonstrated depend describing devices disclosure ' +
      'dismissed displayed distance distribution divided doctors documented dollar drawn dropped duty ' +
      'earn earned earnings educational emphasis enables encountered encouraging endorsed endorsement ' +
      'engage enjoyed enormous ensuring entering equipment escape essentially estimate exception ' +
      'execute execution expansion expectations experienced experiment export exports exposed ' +
      'expression expressions extend extent extraordinary eyes facilities factor failing fails fairly ' +
      'feels feet finish fired flexibility focusing forget formal formats formed frequent fueled ' +
      "functional fundamental gas goods government's greatly guy handful handled happening harder " +
      "hasn't heat highlight hiring honest hoped hoping houses humans i'll ideal increases incredible " +
      'indicated initiatives instances institutions intent intention interactions internally introduce ' +
      'invested investigate involvement involving item joining journey kill laid launching lay lets ' +
      'licensed load losing mainstream male manner margin marked markets marks matched mention mistake ' +
      'mistakes moderate modify momentum mouth moves nationwide nearby necessarily negotiations noting ' +
      'notion obtain obtained occur occurred occurs offices officially oldest onto operate operating ' +
      'opposite ordered org ourselves owned pace pair percentage performing permission personally ' +
      'perspective phase pitch plastic plays pop portions possibility poverty prepare presence ' +
      'primaries primarily prison proceed produces profit programming progressive prominent promized ' +
      'prompted prospect protecting protest proven publish pulled pursue quarter questioned racial ' +
      'racist radical ranking rapid rapidly raw reaching reaction realized reasonable recognized ' +
      'reducing reduction refuse regarding registered reject relationships releasing reliable rely ' +
      'repeated requested requiring respectively resulting retired rival rivals roles sale saved saving ' +
      'scene scenes scheduled screen searching seat seats seconds sections sending seriously sexual ' +
      'shifted situations slightly species spread stable stack stages stake stated staying steady ' +
      'stopped stored streets strict structured stuck submitted substantial suggesting suggestions suit ' +
      'suitable surrounding suspect sustainable switch targeted targeting techniques threatened ' +
      'threatening ties topic totally tradition train transition tremendous trial triggered trouble ' +
      'turns unable unclear underlying understands understood unusual usual utility variables venture ' +
      'viable victims voices wages walking waste wealthy welfare window wonderful worldwide writer',
  },
  {
    share: 0.011,
    words:
      'achieved acknowledge adjust ads affecting afraid aging agreements aims allegations alter ' +
      'alternatives analyst analyze announce anticipated anybody apparent appearances appreciate ' +
      'approve assigned assignments assumed attacked attitude attracted audiences authorized avoiding ' +
      'awareness bag ballot barely barrier belief birthday blocking breaks briefly button capture ' +
      'carrying celebrate champion cheap checked chose closest collected collecting colors column ' +
      'compelling competitive complaints comply compound concluded conducting confirm conflict ' +
      'conflicts connections consensus consideration constant continuous converted convince coordinate ' +
      'copies credentials criteria damaged dating deemed definitely deleted demonstrate deny depends ' +
      'deployed deployment derived describes desired destination destroy detect determination ' +
      'determining devoted dialog die differently difficulty directed disappointed discipline discussed ' +
      'discussing discussions districts dominated dramatically drawing driver eager economists ' +
      'efficiency eliminate embrace emerging emotional employed employer encounter endorse enforce ' +
      'engagement entered enthusiasm evaluate evolve evolved examine existence expanding expense ' +
      'explanation extreme factory favored finds finishing firms focuses followers forcing formally ' +
      'freely frustrated frustration functioning gained gay gotten gradually granted handed harm hate ' +
      "he'd headed heads hired hosted hundred identical identity implications importantly imported " +
      'imports incident inclusion indicate inform inner insights insist intense intensive interact ' +
      'interpreted interviewed invest investigating investments invited involves jail killing label ' +
      'landscape latter leaves leverage lie lies lists locally losses loud lovely lowest lucky luxury ' +
      'machines mainly marriage married meets merely minimize moments moral navigate neighboring ' +
      'normally objective objectives observe observed obvious occasion odds opens ordinary organized ' +
      'oriented origin ought outlets overhead overnight overwhelming ownership partly passes payments ' +
      'pending persons phrase picked plant platforms plenty pointing populations possession preferred ' +
      'preventing principal printed privately procedure productive proportion protests purchasing ' +
      'qualified quiet quotes raises ranks reads recognition referenced reflected reflects regard ' +
      'regions relies remarkable render renewed replied reportedly resistance retail retain retirement ' +
      'rhetoric rid roots ruled ruling rural safely satisfy savings scientist scores scripts scrutiny ' +
      'seeks sees seized sentence separately servers settle shops signal skeptical slowly soil spaces ' +
      'spare spectacular spectrum speeches spoken stakes stance stays straight strategies stress ' +
      'stretch strike stronger strongest struck structures struggled studied stunning succeeded suffer ' +
      'sufficient supplied supplies surge surprizing surrounded survival survive swing symbol targets ' +
      'taught teeth template tenure terrible themes theory thin thirds tied tight timing token ' +
      'tolerance touched transformed trend tries uncertainty unexpected units unnecessary upcoming ' +
      "upset urgent verify victim viewed violent visible visits walked warm waters weak weren't " +
      'wherever wider wisdom wrapped yield',
  },
  {
    share: 0.0078,
    words:
      'abandoned abilities acceptable acceptance accepting accommodate accomplish accomplished accuracy ' +
      'acquire aggressively agrees aligned alike amounts analyzed annually anxiety anymore appointed ' +
      'appointment argues arrival arrive asks aspect assumptions assured attempted attempting attract ' +
      'attributed avoided awarded backwards balanced banned bearing behaviors beliefs beneficial bits ' +
      'blocked bombs boundaries boundary branches broadcast busy calm cameras captured carries ' +
      'celebrated centralized characteristics cheaper cite clothes competitors complaint computers ' +
      'concentrated confusion consists constructed consume conversion cooperation coordinated ' +
      'corporations corruption costly counting crowds deadline deck decrease deeper defeated delayed ' +
      'destruction determines devastating distinct distribute divisions documentary donated donation ' +
      'drinking drives duties ease educate educated eligible eliminated emissions encourages enhance ' +
      'enhanced equally evaluating examined exceed exceeded exceptional exceptions existed expects ' +
      'explaining expose fake fallen falling fastest favorable fears featuring feelings fierce flows ' +
      "forever gains generations generator governing grass grows hadn't halt harmful height holes " +
      'honored hospitals hosts illness impressed impression impressive indication inflation injured ' +
      'insists inspiration instrument integrity intend intensity interaction interpret investor invite ' +
      'justify kitchen lasting layout legally legitimate lifetime literally loans locked longest loving ' +
      'lunch lying maintains measured mechanism missed missions motivated mounted muscle mutual narrow ' +
      'neighborhood neighbors nonprofit noticed odd offset operational organizational owns pairs ' +
      'participated participating pays periods permit permits permitted phones photographs pleased ' +
      'pleasure poorly posed positioned praize precedent pregnant preserved pressing prestigious pride ' +
      'principle procedures promizing promoted psychological puts quarters quit quoted races ranging ' +
      'rank rarely reactions readers readily recall recommendation recovery refers regarded relating ' +
      'requirement reset responsibilities restore resulted resume rough sample satisfied secrecy ' +
      'seemingly sensitivity separation settled ship shorter shots sick signals significance sister ' +
      'sits sizes smoke somehow soul specialized specially spin spots stability steam stops strictly ' +
      'substantially subtle suffering suggestion sum suspected suspended suspicious sustained tables ' +
      'tail teach technique tendency tens thereby thorough tie titled towns translate transmission ' +
      'transparent traveled treating trends trigger troubled unprecedented unveiled vary varying ' +
      'violation violations visited voluntary wanting watched wear winners witness worthy',
  },
  {
    share: 0.0055,
    words:
      'addresses assign assure attendance bulk calculated characterized clock communicate consumed ' +
      'counted credibility declining deserve draws elevated expenses fate fits guilty lacked lights ' +
      'packaging pipes profound radar reaches realistic reveal routine sight slip striking thick ' +
      'transactions underground warming warn wearing',
  },
]
