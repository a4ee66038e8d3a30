// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PictureLabels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>

#include "core/layout/LabelPlacement.h"
#include "ui/paint/GroupNames.h"
#include "ui/paint/PaintWords.h"
#include "ui/paint/PersonSets.h"
#include "ui/paint/RingGuides.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

constexpr float kHaloWidth = 3.2F;
constexpr double kHaloOpacity = 0.88;
constexpr double kAreaPerLabel = 20'000;
constexpr double kAreaOnPaper = 9'000; ///< the same where nobody can point at who has no name
constexpr double kAreaPerName = 6'000; ///< of a network of up to `kFewPeople`, all of whom are to be named
constexpr std::size_t kFewPeople = 100;
constexpr double kChosenRoom = 5, kFocusRoom = 7;          ///< px that rings take around a disc
constexpr double kBesideNames = 0.8, kBetweenLines = 0.25; ///< kept between names, in their heights
constexpr float kLargeDisc = 9.5F;
constexpr double kLeaderInk = 0.55;
constexpr double kPageEdge = 4;
constexpr float kTightPx = 6.0F / 0.75F;    ///< of a name that finds no room otherwise
constexpr float kLeastPx = 4.5F / 0.75F;    ///< of one on its disc
constexpr double kOnDisc = 0.94;            ///< of a disc's width that words on it may take
constexpr float kLeastInitialed = 8;        ///< px of radius of a disc that carries initials
constexpr float kInitialsShare = 0.95F;     ///< of the radius: their height
constexpr double kCapitalsMiddle = 0.36;    ///< of the height, above the baseline
constexpr std::size_t kMostTried = 2'000;   ///< people whose names are measured for one picture, about
constexpr std::size_t kMostMovedNames = 40; ///< of people under the hand that follow it
constexpr double kNearCaption = 250;        ///< px at the fitted zoom
constexpr double kDimmedCaption = 0.45;     ///< of a caption whose people all stepped back

layout::Rect toRect(const QRectF& rect) { return {rect.x(), rect.y(), rect.width(), rect.height()}; }

/// A disc with the rings of who is chosen, on a path, or in the middle of a circle, and of the keyboard.
double reachOf(const MapInput& input, const PeopleLooks& looks, std::uint32_t i)
{
    const PersonLook& look = looks.people[i];
    const bool isMiddle = look.nearness == Nearness::focus && (looks.inCircle || looks.onPath);
    const double ring = static_cast<int>(i) == input.focus.keyboard ? kFocusRoom
                        : look.selected || look.atTie || isMiddle   ? kChosenRoom
                                                                    : 0.0;
    return static_cast<double>(look.reach) + ring;
}

/// Order of labels: selected, hovered, contacts, pinned, size, degree, heard from; then by id, so that ties are
/// settled.
using Rank = std::tuple<int, int, int, int, double, std::uint32_t, int, std::int64_t>;

bool isPointedAt(const MapInput& input, const PeopleLooks& looks, std::uint32_t i)
{
    const PersonLook& look = looks.people[i];
    return look.nearness == Nearness::focus || static_cast<int>(i) == input.focus.keyboard || look.atTie;
}

Rank rankOf(const MapInput& input, const PeopleLooks& looks, std::uint32_t i)
{
    const MapPerson& person = input.people[i];
    const PersonLook& look = looks.people[i];
    const int beside = look.besideSelected || look.nearness == Nearness::contact ? 1 : 0;
    const double size = input.style.sizes == MapSizes::byMeasure && std::isfinite(person.size) ? person.size : 0;
    return {look.selected ? 1 : 0,
            isPointedAt(input, looks, i) ? 1 : 0,
            beside,
            person.pinned ? 1 : 0,
            size,
            look.degree,
            person.heardFrom ? 1 : 0,
            -person.id.value};
}

struct Candidate
{
    std::uint32_t person;
    PictureText text;
};

/// How many may be named: about one per so much canvas, more as it is zoomed in. Of few people everybody who finds a
/// spot; with more people that falls back to the usual number well before 150.
std::size_t labelLimit(const MapInput& input, const PeopleLooks& looks, const MapViewport& view)
{
    if (input.style.labels == MapLabels::all || input.style.labels == MapLabels::everyone)
        return input.people.size();
    const double area = view.size.width() * view.size.height();
    const double each = input.style.purpose == MapPurpose::screen ? kAreaPerLabel : kAreaOnPaper;
    const double crowd = static_cast<double>(kFewPeople) / static_cast<double>(std::max<std::size_t>(looks.drawn, 1));
    // In a circle nobody else is named.
    const double few = looks.inCircle ? area / kAreaPerName
                                      : std::min(area / kAreaPerName,
                                                 static_cast<double>(kFewPeople) * std::min(1.0, std::pow(crowd, 4)));
    return static_cast<std::size_t>(std::max({1.0, few, area / each * std::clamp(view.zoom, 1.0, 6.0)}));
}

/// Who may be named, the first `most` of them by rank and the others after these as they come; `only` of these.
std::vector<std::uint32_t> peopleByRank(const MapInput& input, const PeopleLooks& looks,
                                        const std::vector<QPointF>& positions, const QRectF& window, std::size_t most,
                                        const std::vector<bool>& isOnDisc, const std::vector<bool>* only = nullptr)
{
    // A label that is no name is written whatever policy holds for names, but where nothing is to be said at all.
    const bool saysNames = input.labelBy == MapLabelBy::name;
    std::vector<std::pair<Rank, std::uint32_t>> ranked;
    if (only == nullptr)
        ranked.reserve(looks.drawn);
    for (std::uint32_t i = 0; i < input.people.size(); ++i) {
        if (only != nullptr && !(*only)[i])
            continue;
        const PersonLook& look = looks.people[i];
        const bool isSaid = saysNames && look.shown == ShownAs::initials && i < isOnDisc.size() && isOnDisc[i];
        const bool isNamed = look.shown != ShownAs::nameless && look.shown != ShownAs::leftOut && !isSaid;
        if (look.drawn && isNamed && !look.isDimmed() && window.contains(positions[i]))
            ranked.emplace_back(rankOf(input, looks, i), i);
    }
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(most, ranked.size()));
    std::partial_sort(ranked.begin(), end, ranked.end(), std::greater<>());
    std::vector<std::uint32_t> people;
    people.reserve(ranked.size());
    for (const auto& [rank, person] : ranked)
        people.push_back(person);
    return people;
}

/// What stands beside a disc. Who is pointed at or chosen is named as well where labels are no names.
QString wordsOf(const MapInput& input, const PersonLook& look, std::uint32_t i, int codeNumber, bool isStrong)
{
    const MapPerson& person = input.people[i];
    const QString name = shownName(look.shown, person.name, person.initials, codeNumber);
    if (input.labelBy == MapLabelBy::name || !isPerson(person.shape))
        return name;
    const bool hasValue = person.label >= 0 && static_cast<std::size_t>(person.label) < input.labels.size();
    const QString value = hasValue ? input.labels[static_cast<std::size_t>(person.label)].name : QString();
    if (!isStrong || name.isEmpty())
        return value;
    return value.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, value);
}

PictureText labelOf(const MapPicture& picture, const MapInput& input, const PersonLook& look, std::uint32_t i,
                    int codeNumber)
{
    const MapPerson& person = input.people[i];
    const bool isStrong = look.selected || look.nearness == Nearness::focus || look.atTie;
    const float px = isStrong || look.radius > kLargeDisc ? textpx::kLabel : textpx::kLabelSmall;
    PictureText text = makeText(wordsOf(input, look, i, codeNumber, isStrong), {}, picture.fontFamily, px, isStrong);
    const bool isMuted = !isStrong && (!input.isFull(person) || look.untied || look.nearness == Nearness::secondStep);
    text.color = isMuted ? input.style.colors.muted : input.style.colors.text;
    text.halo = input.style.colors.canvas;
    text.halo.setAlphaF(static_cast<float>(kHaloOpacity));
    text.haloWidth = kHaloWidth;
    text.person = i;
    return text;
}

/// Whether one of an area's people stands near its caption: where the hand has put all of them elsewhere, there is
/// nothing that it would head. Filters move nobody, and may hide all who stood near it.
bool headsSomebody(const MapAreaCaption& area, const MapInput& input, const PeopleLooks& looks, double unit)
{
    const double near = kNearCaption * std::max(1.0, unit);
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        const MapPerson& person = input.people[i];
        const QPointF away = person.at - area.at;
        if (looks.people[i].drawn && person.place == area.place &&
            (!input.filters.empty() || std::hypot(away.x(), away.y()) < near))
            return true;
    }
    return false;
}

/// What is drawn beside the network, by `MapArea`: pieces of people who are joined by drawn ties, and people without.
struct Apart
{
    int count = 0;
    bool isLit = false; ///< whether somebody of them did not step back
};

std::array<Apart, 4> countApart(const MapInput& input, const PeopleLooks& looks)
{
    PersonSets sets(input.people.size());
    for (const MapTie& tie : input.ties)
        if (isDrawn(tie, looks) && input.people[tie.a].place == MapArea::smallPiece &&
            input.people[tie.b].place == MapArea::smallPiece)
            sets.join(tie.a, tie.b);
    std::array<Apart, 4> apart;
    for (std::uint32_t i = 0; i < input.people.size(); ++i) {
        if (!looks.people[i].drawn)
            continue;
        const MapArea place = input.people[i].place;
        Apart& there = apart[static_cast<std::size_t>(place)];
        there.count += place != MapArea::smallPiece || sets.rootOf(i) == i ? 1 : 0;
        there.isLit = there.isLit || !looks.people[i].isDimmed();
    }
    return apart;
}

void addAreaCaptions(MapPicture& picture, const MapInput& input, const PeopleLooks& looks)
{
    if (input.areas.empty())
        return;
    const std::array<Apart, 4> apart = countApart(input, looks);
    for (const MapAreaCaption& area : input.areas) {
        const Apart& there = apart[static_cast<std::size_t>(area.place)];
        if (there.count == 0 || area.place == MapArea::network ||
            !headsSomebody(area, input, looks, picture.viewport.unit))
            continue;
        const QString words = area.place == MapArea::smallPiece      ? PaintWords::smallGroups(there.count)
                              : area.place == MapArea::tiedElsewhere ? PaintWords::tiedElsewhere(there.count)
                                                                     : PaintWords::noKnownTie(there.count);
        PictureText text =
            makeText(words, picture.viewport.toPixels(area.at), picture.fontFamily, textpx::kSmall, false);
        text.color = there.isLit ? input.style.colors.muted
                                 : mixed(input.style.colors.canvas, input.style.colors.muted, kDimmedCaption);
        text.role = TextRole::areaCaption;
        const auto& cards = picture.viewport.obstacles;
        if (!QRectF(QPointF(0, 0), picture.viewport.size).contains(text.box) ||
            std::any_of(cards.begin(), cards.end(), [&](const QRectF& card) { return card.intersects(text.box); }))
            continue;
        picture.texts.push_back(std::move(text));
    }
}

/// Puts labels that find room into a picture; whatever is in it already keeps its place.
class Placing
{
public:
    Placing(MapPicture& picture, const MapInput& input, const PeopleLooks& looks, const std::vector<QPointF>& positions)
        : m_picture(picture), m_input(input), m_looks(looks), m_positions(positions)
    {
        std::vector<layout::Disc> discs;
        discs.reserve(picture.discs.size());
        for (const PictureDisc& disc : picture.discs)
            discs.push_back({disc.at.x(), disc.at.y(), reachOf(input, looks, disc.person)});
        std::vector<layout::LabelLine> lines;
        for (const PictureLeader& leader : picture.leaders)
            lines.push_back({{leader.line.x1(), leader.line.y1()}, {leader.line.x2(), leader.line.y2()}});
        std::vector<layout::Rect> obstacles;
        for (const QRectF& card : picture.viewport.obstacles)
            obstacles.push_back(toRect(card));
        for (const PictureText& text : picture.texts)
            obstacles.push_back(toRect(text.box));
        layout::LabelScene scene;
        scene.bounds =
            toRect(QRectF(QPointF(0, 0), picture.viewport.size).adjusted(kPageEdge, kPageEdge, -kPageEdge, -kPageEdge));
        scene.discs = discs;
        scene.obstacles = obstacles;
        scene.lines = lines;
        layout::LabelOptions options;
        // Where everybody is to be named, room is dearer.
        if (input.style.labels == MapLabels::fitting) {
            options.beside = kBesideNames;
            options.lines = kBetweenLines;
            if (looks.drawn <= kFewPeople)
                options.apart = layout::LabelOptions::Apart::wherePossible;
        }
        m_placer = std::make_unique<layout::LabelPlacer>(scene, scene.bounds, options);
    }

    /// Gives back those without room. `limit`: at most so many.
    std::vector<Candidate> place(std::vector<Candidate> candidates, std::size_t limit)
    {
        // Whoever is pointed at, or alone chosen, is named in any case.
        const bool isOneChosen = m_input.focus.selected.size() == 1;
        std::vector<layout::Label> labels;
        for (const Candidate& candidate : candidates) {
            const QPointF at = m_positions[candidate.person];
            const bool isOwed = isPointedAt(m_input, m_looks, candidate.person) ||
                                (isOneChosen && m_looks.people[candidate.person].selected);
            labels.push_back({{at.x(), at.y(), reachOf(m_input, m_looks, candidate.person)},
                              candidate.text.box.width(),
                              candidate.text.box.height(),
                              static_cast<double>(candidates.size() - labels.size()),
                              isOwed ? layout::Label::Room::anyCase : layout::Label::Room::free,
                              outwardOf(candidate.person)});
        }
        QColor ink = m_input.style.colors.text;
        ink.setAlphaF(static_cast<float>(kLeaderInk));
        std::vector<bool> isPlaced(candidates.size(), false);
        for (const layout::PlacedLabel& placed : m_placer->place(labels, limit)) {
            isPlaced[placed.label] = true;
            PictureText text = std::move(candidates[placed.label].text);
            text.box.moveTopLeft(QPointF(placed.box.x, placed.box.y));
            text.baseline = text.box.topLeft() + QPointF(0, kAscent * static_cast<double>(text.px));
            if (placed.hasLeader())
                m_picture.leaders.push_back(
                    {QLineF(placed.leaderFrom.x, placed.leaderFrom.y, placed.leaderTo.x, placed.leaderTo.y), ink, 1,
                     text.person});
            m_picture.texts.push_back(std::move(text));
        }
        std::vector<Candidate> others;
        for (std::size_t k = 0; k < candidates.size(); ++k)
            if (!isPlaced[k])
                others.push_back(std::move(candidates[k]));
        return others;
    }

private:
    /// Names of a circle stand outside it.
    layout::Point outwardOf(std::uint32_t person) const
    {
        if (!m_input.rings.isCircle || m_input.people[person].place != MapArea::network)
            return {};
        const QPointF out = m_positions[person] - m_picture.viewport.toPixels(m_input.rings.centre);
        return {out.x(), out.y()};
    }

    MapPicture& m_picture;
    const MapInput& m_input;
    const PeopleLooks& m_looks;
    const std::vector<QPointF>& m_positions;
    std::unique_ptr<layout::LabelPlacer> m_placer;
};

/// The same text in another size.
PictureText resized(const PictureText& text, const QString& family, float px)
{
    PictureText other = makeText(text.text, {}, family, px, text.bold);
    other.color = text.color;
    other.halo = text.halo;
    other.haloWidth = text.haloWidth;
    other.person = text.person;
    return other;
}

/// Initials and codes without room beside their disc stand on it, as large as fits.
void placeOn(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
             const std::vector<QPointF>& positions, const std::vector<Candidate>& candidates)
{
    std::vector<QColor> fills(input.people.size());
    for (const PictureDisc& disc : picture.discs)
        fills[disc.person] = QColor::fromRgb(disc.fill);
    const QRectF window(QPointF(0, 0), picture.viewport.size);
    for (const Candidate& candidate : candidates) {
        const ShownAs shown = looks.people[candidate.person].shown;
        if ((shown != ShownAs::initials && shown != ShownAs::code) || input.labelBy != MapLabelBy::name ||
            !isPerson(input.people[candidate.person].shape)) {
            ++picture.unnamed;
            continue;
        }
        const double room = kOnDisc * 2 * static_cast<double>(looks.people[candidate.person].radius);
        const double fitting = static_cast<double>(candidate.text.px) * room / candidate.text.box.width();
        const float px = std::clamp(static_cast<float>(fitting), kLeastPx, kTightPx);
        PictureText text = resized(candidate.text, picture.fontFamily, px);
        const MapColors& colors = input.style.colors;
        if (text.box.width() <= room) {
            text.color = inkOn(colors, fills[candidate.person]);
            text.haloWidth = 0;
            text.halo = {};
        }
        QRectF box = text.box;
        box.moveCenter(positions[candidate.person]);
        box.moveLeft(std::clamp(box.left(), window.left(), std::max(window.left(), window.right() - box.width())));
        box.moveTop(std::clamp(box.top(), window.top(), std::max(window.top(), window.bottom() - box.height())));
        text.box = box;
        text.baseline = box.topLeft() + QPointF(0, kAscent * static_cast<double>(text.px));
        picture.texts.push_back(std::move(text));
    }
}

/// Initials on the discs of people who are named or shown by their initials, where they can be read there. Gives back
/// on whose discs they stand.
std::vector<bool> addInitials(MapPicture& picture, const MapInput& input, const PeopleLooks& looks)
{
    std::vector<bool> isThere(input.people.size(), false);
    for (std::size_t d = picture.lowDiscs; d < picture.discs.size(); ++d) {
        const PictureDisc& disc = picture.discs[d];
        const MapPerson& person = input.people[disc.person];
        const ShownAs shown = looks.people[disc.person].shown;
        if (disc.radius < kLeastInitialed || !isPerson(person.shape) ||
            (shown != ShownAs::full && shown != ShownAs::initials))
            continue;
        QString letters = shownName(ShownAs::initials, person.name, person.initials, 0);
        letters.remove(QLatin1Char('.'));
        if (letters.isEmpty())
            continue;
        const auto r = static_cast<double>(disc.radius);
        PictureText text = makeText(letters, {}, picture.fontFamily, disc.radius * kInitialsShare, true);
        const double room = kOnDisc * 2 * r * (disc.shape == MapShape::triangle ? 0.6 : 0.86);
        if (text.box.width() > room) {
            const auto px = static_cast<float>(static_cast<double>(text.px) * room / text.box.width());
            if (px < kLeastPx)
                continue;
            text = makeText(letters, {}, picture.fontFamily, px, true);
        }
        text.role = TextRole::initials;
        text.color = inkOn(input.style.colors, QColor::fromRgb(disc.fill));
        // Capitals have no descent: their middle is above that of the line.
        text.baseline = disc.at + QPointF(-text.box.width() / 2, kCapitalsMiddle * static_cast<double>(text.px));
        text.box.moveTopLeft(text.baseline - QPointF(0, kAscent * static_cast<double>(text.px)));
        picture.texts.push_back(std::move(text));
        isThere[disc.person] = true;
    }
    return isThere;
}

void placePeople(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
                 const std::vector<QPointF>& positions)
{
    const QRectF window(QPointF(0, 0), picture.viewport.size);
    const std::size_t limit = labelLimit(input, looks, picture.viewport);
    std::vector<bool> isOnDisc;
    if (input.style.initials)
        isOnDisc = addInitials(picture, input, looks);
    const std::size_t most = std::max(kMostTried, std::max<std::size_t>(limit, 10) * 4);
    const std::vector<std::uint32_t> people = peopleByRank(input, looks, positions, window, most, isOnDisc);
    const std::vector<int> codes = codeNumbers(input);

    Placing placing(picture, input, looks, positions);
    // Measuring is the cost here: further people are tried only while there is room for more labels, and in a crowd
    // not all of them.
    std::size_t tried = 0, named = 0, room = limit;
    std::vector<Candidate> others;
    for (std::size_t round = std::max<std::size_t>(limit, 10) * 4; tried < std::min(people.size(), most) && room > 0;
         round *= 2) {
        std::vector<Candidate> candidates;
        for (const std::size_t end = std::min({people.size(), most, tried + round}); tried < end; ++tried) {
            const std::uint32_t i = people[tried];
            PictureText text = labelOf(picture, input, looks.people[i], i, codes[i]);
            if (!text.text.isEmpty())
                candidates.push_back({i, std::move(text)});
        }
        const std::size_t asked = candidates.size();
        named += asked;
        std::vector<Candidate> left = placing.place(std::move(candidates), room);
        room -= asked - left.size();
        std::move(left.begin(), left.end(), std::back_inserter(others));
    }
    if (input.style.labels != MapLabels::everyone) {
        picture.unnamed = static_cast<int>(others.size() + people.size() - tried);
        return;
    }
    for (Candidate& candidate : others)
        candidate.text = resized(candidate.text, picture.fontFamily, kTightPx);
    others = placing.place(std::move(others), named);
    placeOn(picture, input, looks, positions, others);
}

} // namespace

bool addTexts(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
              const std::vector<QPointF>& positions, const RunContext& run)
{
    addAreaCaptions(picture, input, looks);
    addRingCaptions(picture, input);
    addGroupNames(picture, input);
    if (run.cancelled())
        return false;
    if (input.style.labels != MapLabels::none && input.style.names != NamesPolicy::hidden)
        placePeople(picture, input, looks, positions);
    return !run.cancelled();
}

bool addTextsLike(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
                  const std::vector<QPointF>& positions, const MapPicture& before, const std::vector<bool>& moved,
                  const RunContext& run)
{
    const auto stays = [&](std::int64_t person) {
        return person < 0 ||
               (static_cast<std::size_t>(person) < moved.size() && !moved[static_cast<std::size_t>(person)]);
    };
    std::vector<bool> isOnDisc;
    const bool isNamed = input.style.labels != MapLabels::none && input.style.names != NamesPolicy::hidden;
    if (isNamed && input.style.initials)
        isOnDisc = addInitials(picture, input, looks);
    for (const PictureText& text : before.texts)
        if (text.role != TextRole::initials && stays(text.person))
            picture.texts.push_back(text);
    for (const PictureLeader& leader : before.leaders)
        if (stays(leader.person))
            picture.leaders.push_back(leader);
    picture.unnamed = before.unnamed;
    if (!isNamed)
        return !run.cancelled();
    const QRectF window(QPointF(0, 0), picture.viewport.size);
    const std::vector<int> codes = codeNumbers(input);
    std::vector<Candidate> candidates;
    for (const std::uint32_t i : peopleByRank(input, looks, positions, window, kMostMovedNames, isOnDisc, &moved)) {
        if (candidates.size() == kMostMovedNames)
            break;
        PictureText text = labelOf(picture, input, looks.people[i], i, codes[i]);
        if (!text.text.isEmpty())
            candidates.push_back({i, std::move(text)});
    }
    Placing(picture, input, looks, positions).place(std::move(candidates), kMostMovedNames);
    return !run.cancelled();
}

} // namespace weavemap::ui
