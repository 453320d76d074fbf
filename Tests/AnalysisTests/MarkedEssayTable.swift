/// Essays written for these tests, and the two of the golden screens.
extension MarkedEssay {
  static let all = [streetlights, slowTrain, lateFees, homework, pavements, museums, lawns]
  /// Written after the weights and the word lists, which were not changed for them since.
  static let unseen = [cranes, quietCarriage]

  static let streetlights = MarkedEssay(
    "streetlights",
    """
    - Every night our town pays to light four hundred empty lanes.
    - The lamps burn from dusk to dawn, whether anybody walks under them or not, and nobody on the council can say what they are for.
    T We should switch the residential lamps off between midnight and five.

    - The money is the smallest part of it.
    ! According to the county survey of 2019, the lanes in question see fewer than three walkers an hour after midnight.
    + A lamp that shines on nobody protects nobody.
    + What it does do is reach the bats, the moths and the bedroom windows, because light does not stop at the kerb.

    ! Critics say that darkness invites crime.
    - It is a fair worry and it deserves a fair answer.
    ! When Ashford Vale dimmed its lamps in 2014, burglaries fell in the following year; for example, on Mill Row they fell from eleven to six.
    - One town proves little, of course.
    + But the fear rests on even less, since most break-ins on our lanes happen in the afternoon.

    ! There is also the question of who decides.
    + It is wrong that a habit which nobody chose should cost more than the library does.
    P Residents must be asked, lane by lane, and a lane that wants its lamps should keep them.

    ! Some will call this a step back to the dark ages.
    ! If we let one lamp go, they warn, the whole town will soon be black.
    + That is not an argument but a mood.
    + The best street is the one whose light follows its people, and the sky above it belongs to everybody.
    """)

  static let slowTrain = MarkedEssay(
    "slow train",
    """
    ! Filed under: Travel, Opinion

    - The fastest line in the country carries people who were in no hurry.
    T We ought to run slow trains again, with big windows and a kitchen, on every route that the expresses have abandoned.

    - Speed was sold to us as a public good.
    + In truth it is a private one: an hour saved on the express is an hour lost at the eleven stations where it no longer stops.
    ! The villages along the river lost their last stopping train in 2009, and by 2015 two of the three schools had closed.

    + A slow train is not a museum.
    ! According to the operator's own figures, the night service to the coast fills nine seats in ten at half the subsidy of the express.
    + People will choose comfort over haste whenever somebody offers it.

    - Of course no minister will cut a ribbon on a timetable.
    + But a country is more than its two largest cities, and a railway that forgets this is only a very long lift.
    """)

  /// Begins with a story; the thesis comes last.
  static let lateFees = MarkedEssay(
    "late fees",
    """
    ! Last spring a girl of nine came to the desk of our branch library with a bag of books and a bill.
    ! She owed eleven pounds, and she never came back.
    - The fine had done its work.

    ! Defenders of late fees say that they teach respect for what is shared.
    + In fact they teach something else: that the library is a creditor.
    + A fee that a banker forgets is a fee that a cleaner fears.
    ! According to last year's accounts, the fines brought in less than it cost to collect them.

    ! Then there is the matter of the missing books.
    ! When the neighbouring county dropped its fines in 2018, a third more of the overdue books came home in the first year.
    + People return what they are not ashamed to return.

    - Nor is forgiveness the same as neglect.
    P Borrowers who keep a book should lose the right to borrow another until it is back.
    T But the council ought to strike every late fee from its books before the summer.
    + A library is not a bank, and a child with a bag of books is not a debtor.
    """)

  /// The thesis judges, and is the first sentence.
  static let homework = MarkedEssay(
    "homework",
    """
    T Homework for children of seven is a theft of their evenings.
    + It is done at kitchen tables by tired pupils, watched by tired parents, and it ends in tears more often than in knowledge.

    ! What is it supposed to achieve?
    ! Practice, we are told, makes perfect.
    ! Teachers' leaflets promise that ten minutes a night build a habit for life.
    - I taught for nineteen years, and I never met a pupil whose love of reading began with a worksheet.
    + Small children learn by sleeping, by playing and by being bored.
    + A worksheet steals time from all three.

    ! Some parents warn that without exercises the gap between rich and poor will widen.
    + The opposite is true: homework rewards the family with a desk, a quiet room and a patient grown-up.
    ! Three studies were published in 2017, and none of them found a gain before the age of eleven.

    P Schools should therefore stop setting it before the fifth year.
    P They need to say so openly, so that no family feels it has cheated.
    ! Here is a modest test.
    + If an exercise matters, it deserves an hour in the classroom; if it does not matter, it deserves nobody's evening.
    """)

  /// Short sentences, much heat; the thesis opens the second paragraph.
  static let pavements = MarkedEssay(
    "pavements",
    """
    - Walk down any street in the old quarter and you will walk in the road.
    - The pavement is full of cars.
    + That is not a shortage of space; it is a surplus of indulgence.

    T The city must tow every car that stands on a pavement, beginning on Monday.
    - Not next year, and not after another round of consultation.
    + Wheelchairs cannot wait for a working group.

    ! Officials told this newspaper in March that enforcement would be “disproportionate”.
    ! Let us look at proportion.
    ! In 2021 the police wrote 212 tickets for cars and 1,900 for bicycles.
    + A rule that is enforced only against the light is a bribe to the heavy.

    ! Shopkeepers fear for their trade, and many of them add that deliveries would stop.
    + Their fear deserves respect, but it does not deserve the pavement.
    P Loading bays should replace two spaces on every block.
    P Drivers have to learn that a public footway is no more theirs than a public bench.
    + A city that cannot keep its pavements free cannot call itself civilised.
    """)

  /// Measured, in the first person; ends with a line about the writer.
  static let museums = MarkedEssay(
    "museums",
    """
    - Free museums have become an article of faith, and articles of faith are rarely examined.
    T I think that the big collections ought to charge visitors from abroad.

    ! The usual reply is that culture belongs to everyone.
    - So it does, and so does the roof that keeps the rain off it.
    ! At the largest gallery in the capital, the roof leaked four times last winter.
    + Generosity that cannot pay for its own buckets is merely neglect in good clothes.

    ! It is often argued that a charge would drive visitors away.
    + That worry is exaggerated.
    + Tourists who have crossed an ocean will not turn back for the price of a sandwich.
    ! When a neighbouring capital introduced a charge in 2012, the queues were as long in the second year as in the first.

    ! But what about the poor?
    P Residents must never pay, and school parties from anywhere should be let in without a question.
    ! Which brings us to the matter of money.
    P The income has to go to the small museums in the provinces, where nobody queues and the lights are often off.
    + A nation's treasures are not a free lunch but a shared bill.

    ! The writer is a retired curator.
    """)

  /// Light, told to a neighbour over the hedge; the thesis opens the last paragraph.
  static let lawns = MarkedEssay(
    "lawns",
    """
    ! My neighbour mows on Saturdays, and on Sundays he mows again.
    ! “A lawn is a sign of respect,” he told me over the hedge.
    ! Respect for whom?

    + A clipped lawn is the emptiest place in a village.
    + Nothing flowers in it, nothing hides in it, and in a dry August it drinks more than the cows do.
    ! Botanists counted four kinds of plant on the green last June and thirty-one on the verge beside it.
    + The difference was not the soil but the mower.

    ! There are three objections, and I will take them in turn.
    ! Long grass, it is said, harbours ticks.
    ! Opponents add that it looks untidy and that children need somewhere to play.
    + Ticks are a reason to wear socks, not a reason to shave a parish.
    + Tidiness is a taste, and a taste is a poor excuse for a desert.
    - As for the children, a pitch is enough; the rest of the green is only scenery.

    T It is time to put the mowers away from May until August.
    P The parish council need not wait for a decree.
    P It should simply stop, and then we should all go and look at what comes up.
    """)

  // MARK: Unseen

  /// The thesis gives advice without a verb of duty, and is not found.
  static let cranes = MarkedEssay(
    "cranes",
    """
    ! The last two cranes on the old quay were sold in May to a scrap merchant from up the coast.
    ! They will be cut down before Christmas.
    T The town would be foolish to let them go.

    ! A spokeswoman for the port explained that the steel is worth more than the view.
    + A price is not a value, and scrap has no memory.
    ! Others point out that the cranes have not lifted a crate since 1994.
    + Neither has the cathedral, and nobody proposes to melt the bells.
    ! What, then, could be done with them?

    ! Take the case of a port in the north that turned its crane into a lookout.
    ! Forty thousand people climbed it in the first summer.
    + Every harbour that forgets its work ends as a car park with a breeze.
    P The council has to buy the cranes back while the contract can still be cancelled.
    P It must not wait for a lottery grant that may never come.
    - Of course the paint alone will cost a fortune.
    + But cheap towns are rarely loved, and towns that are not loved do not stay cheap for long.
    """)
  static let quietCarriage = MarkedEssay(
    "quiet carriage",
    """
    - I used to like the quiet carriage.
    ! On Monday a man in it sold a house over the telephone, room by room.
    - Nobody spoke to him, and neither did I.
    + Rules that depend on the courage of the shy are not rules at all.

    ! The operator told me that staff are reluctant to intervene.
    ! Passengers, it insists, prefer to sort these things out among themselves.
    + This is an excuse dressed up as respect.
    + Silence is a public good, like clean water, and it is as easily spoiled by one careless hand.
    ! There is another side to this.
    ! Some people say that a train is a public place and that noise is the price of company.
    + Company is what the other seven carriages are for.

    T Guards should fine anyone who makes a call in the quiet carriage, without a warning and without an argument.
    P And the signs need to be large enough to be read by the deaf to reason.
    + The alternative is to admit that courtesy has become a luxury for those who can afford first class.
    """)
}
