extension Categories {
  /// The words of each class.
  static let lists: [(Categories, StaticString)] = [
    (
      .necessity,
      """
      must should ought need needs shouldn't mustn't needn't
      """
    ),
    (.possibility, "may might could can perhaps possibly maybe couldn't"),
    (.future, "will would shall won't wouldn't i'll we'll they'll it'll"),
    (
      .hedge,
      """
      seem seems seemed appear appears appeared likely unlikely probably perhaps maybe possibly \
      suggest suggests arguably apparently presumably potentially largely mostly generally often \
      usually sometimes somewhat relatively tend tends almost nearly roughly
      """
    ),
    (
      .booster,
      """
      clearly certainly indeed obviously truly simply never always only really actually surely \
      undoubtedly definitely absolutely utterly entirely completely fundamentally precisely exactly \
      merely deeply highly very too enough far even still just especially particularly nothing \
      extremely increasingly perfectly inevitably rightly wrongly fully
      """
    ),
    (
      .bad,
      """
      bad wrong dangerous danger failure failed fails fail failing disaster disastrous crisis threat \
      threats threaten threatens threatening harm harmful hurt damage damaging destroy destroys \
      destructive weak weakness weaker corrupt corruption unfair unjust injustice cruel brutal \
      absurd ridiculous foolish reckless irresponsible shameful shame hypocrisy hypocritical useless \
      pointless futile waste worse worst terrible awful tragic tragedy evil immoral illegal \
      unacceptable inadequate insufficient flawed misguided misleading false lie lies illusion \
      delusion myth propaganda fear fears hate hatred extremist radical tyranny oppression oppressive \
      repression violent violence chaos collapse decline risk risks risky burden cost costly problem \
      problems problematic troubling worrying alarming deeply sad unfortunate unfortunately doubt \
      doubtful suspicion cynical cynicism arrogant arrogance ignorant ignorance stupid blame guilty \
      betray betrayal abuse exploitation inequality poverty suffering trap impossible unable lack \
      lacks lacking poor poorly abysmal dire grim severe unprecedented catastrophe catastrophic \
      undermine undermines undermining erode erodes theft steal steals robbery folly farce sham scandal \
      disgrace disgraceful insult insulting mockery nonsense lunacy madness insane silly naive \
      appalling despicable disgusting hollow bankrupt mistake mistaken mistakes error blunder neglect \
      excuse lazy cowardly cowardice greed greedy selfish bigotry bigoted racist racism prejudice \
      humiliating charade fantasy bribe fraud fraudulent outrage outrageous scandalous obscene perverse \
      perversely toxic poisonous sinister bogus dishonest inept incompetent incompetence negligent \
      unsustainable unworkable untenable counterproductive unwise shortsighted clumsy crude
      """
    ),
    (
      .good,
      """
      good better best right great important importance vital valuable value success successful \
      succeed benefit benefits beneficial effective efficient fair just justice freedom free peace \
      peaceful hope hopeful promising progress opportunity opportunities strong stronger strength \
      wise sensible reasonable rational responsible responsibility legitimate credible honest \
      honesty truth true worthy worth brave courage remarkable impressive excellent positive \
      prosperity safe safer security stable stability democratic democracy dignity welcome proud \
      genuine sincere powerful significant significance meaningful critical key central necessary \
      serious real clear easy able best solution wonderful admirable moral decent noble essential crucial \
      imperative urgent urgently required fairness virtue beautiful generous generosity compassion \
      compassionate humane honourable honorable integrity sound prudent justified deserve deserves \
      deserved
      """
    ),
    (
      .contrast,
      """
      but however yet instead rather nevertheless nonetheless although though despite whereas \
      unlike contrary otherwise conversely still while regardless
      """
    ),
    (.conclusion, "therefore thus hence so consequently accordingly ultimately"),
    (.because, "because since due owing given thanks"),
    (
      .speech,
      """
      said says say saying told tells tell argued argues claims claimed reported \
      reportedly according announced wrote writes asked adds added states stated insisted insists \
      explained explains declared noted notes warned warns suggested quoted quote described called \
      replied recalled acknowledged admitted accused denied predicted predicts urged promised \
      vowed testified concluded concludes observed remarked commented
      """
    ),
    (.singular, "i me my mine myself i'm i've i'd i'll"),
    (.plural, "we us our ours ourselves we're we've we'd we'll"),
    (.reader, "you your yours yourself you're you've you'll you'd"),
    (.pastAuxiliary, "was were had did been wasn't weren't hadn't didn't"),
    (
      .present,
      """
      is are am has have does do isn't aren't hasn't haven't doesn't don't it's that's there's \
      he's she's they're what's who's remain remains become becomes means mean
      """
    ),
    (
      .pastVerb,
      """
      went took came saw began became gave got made found left felt brought kept held stood ran sat \
      met led lost won sent spent built bought fell grew knew rose spoke struck threw wore drove \
      broke chose drew flew fought heard hit paid put sold shot slept thought understood caught \
      taught sought laid shut swept died killed
      """
    ),
    (
      .time,
      """
      yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday \
      january february march april june july august september october november december ago week \
      weeks month months year years day days earlier recently decade decades century morning night \
      hours minutes spring summer autumn winter last
      """
    ),
    (
      .study,
      """
      study studies survey surveys poll polls data report research researchers statistics figures \
      percent percentage per cent rate rates average estimate estimated estimates census gdp index \
      analysis findings evidence
      """
    ),
    (
      .quantity,
      """
      million billion trillion thousand thousands hundred hundreds dozens half quarter third two \
      three four five six seven eight nine ten number total
      """
    ),
    (
      .thought,
      """
      think thinks believe believes believed feel feels know knows hope hopes wonder suspect doubt \
      argue suppose guess agree disagree
      """
    ),
    (
      .negation,
      """
      not no never nobody nothing none neither nor without isn't aren't don't doesn't didn't won't \
      wouldn't can't cannot couldn't shouldn't hasn't haven't hardly
      """
    ),
    (
      .comparison,
      """
      more less most least better worse than greater larger bigger smaller higher lower fewer as
      """
    ),
    (
      .issue,
      """
      problem question issue reason reasons way challenge fact point lesson solution answer danger \
      risk key truth reality alternative option goal purpose aim result consequence difference \
      idea notion argument case policy approach strategy matter sign mistake task role need \
      opportunity crisis issues
      """
    ),
    (
      .effect,
      """
      cause causes lead leads make makes create creates undermine undermines help helps prevent \
      prevents ensure ensures allow allows enable enables encourage encourages force forces turn \
      turns produce produces increase increases reduce reduces strengthen strengthens weaken \
      improve improves destroy protect protects drive drives fuel fuels threaten threatens deserve \
      deserves depend depends serve serves fail fails change changes matter matters
      """
    ),
    (
      .title,
      """
      mr mrs ms dr president minister secretary senator professor chairman director spokesman \
      spokeswoman governor mayor general judge king prince chief officer
      """
    ),
    (
      .generic,
      """
      people everyone nobody anyone americans society world country countries nation nations \
      government governments citizens politicians leaders states public
      """
    ),
    (.universal, "all every any each always never everyone everything nobody none only whole"),
    (.demonstrative, "this that these those such it"),
    (.thirdPerson, "he she his her him hers himself herself"),
    (.question, "what why how who where when which"),
    (
      .principle,
      """
      justice freedom liberty fairness dignity equality rights democracy principle principles moral \
      morality duty responsibility honesty honour honor integrity values sovereignty solidarity
      """
    ),
    (.conditional, "if unless whether until provided otherwise"),
    (
      .function,
      """
      the a an and or but nor so yet of to in on at by for from with about into over after under \
      between through during before against among as is are was were be been being am do does did \
      have has had having will would shall should can could may might must not no it its he she \
      they them their his her him we us our you your i me my this that these those there here what \
      which who whom whose when where why how if then than because while although though since \
      until unless also too very just only even more most much many some any all each every other \
      another such same own both few less least up down out off again once one two it's that's \
      don't isn't
      """
    ),
    (
      .event,
      """
      attack attacked election elections war visit meeting met killed arrested died born moved \
      returned arrived opened launched signed voted elected protest protests bomb police court \
      ruled trial released published appeared joined happened watched
      """
    ),
    (
      .person,
      """
      man woman men women boy girl friend friends father mother son daughter wife husband brother \
      sister family parents student students doctor teacher
      """
    ),
    (.preposition, "in on at during after before since for from under by with among as"),
    (.coordinator, "and but or nor so yet"),
    (.perfect, "has have having"),
    (.said, "said told asked added says recalled"),
    (.article, "the a an be been being are is his her their its our my your no"),
    (.have, "has have had"),
    (
      .motive,
      """
      trying tries attempting attempts seeking seeks wants want pretext excuse intends hopes \
      determined eager desperate desire
      """
    ),
  ]
}
