// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/LeadingEigenvector.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/base/Random.h"
#include "core/sna/Parallel.h"
#include "core/sna/Vectors.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kBasis = 32; ///< Lanczos vectors kept at most
constexpr std::size_t kKept = 10;  ///< Ritz vectors that survive a restart
constexpr std::size_t kCheckEvery = 8;
constexpr std::size_t kPollEvery = 8; ///< vectors
constexpr double kUsualSteps = 32.0;
constexpr int kMaxRestarts = 3000;
constexpr double kVectorError = 1e-11;
constexpr double kRoundOff = 2e-16;
constexpr double kGapError = 0.1;       ///< of the gap
constexpr double kLeastGapSteps = 16.0; ///< what a search begun anywhere takes to see all there is

/// Eigenvalues (descending) and vectors of a small symmetric matrix: made tridiagonal by reflections (A. Householder
/// 1958, doi:10.1145/320941.320947), then diagonal by QL steps with implicit shifts (A. Dubrulle, R. Martin, J.
/// Wilkinson 1968, doi:10.1007/BF02165404).
class SmallEigen
{
public:
    explicit SmallEigen(std::vector<Vector> matrix) : m_a(std::move(matrix)), m_v(m_a.size(), Vector(m_a.size(), 0.0))
    {
        const std::size_t k = m_a.size();
        for (std::size_t i = 0; i < k; ++i)
            m_v[i][i] = 1.0;
        for (std::size_t column = 0; column + 2 < k; ++column)
            reflect(column);
        m_values.resize(k);
        m_beside.assign(k, 0.0);
        for (std::size_t i = 0; i < k; ++i) {
            m_values[i] = m_a[i][i];
            m_beside[i] = i + 1 < k ? m_a[i][i + 1] : 0.0;
        }
        for (std::size_t i = 0; i < k; ++i)
            settle(i);
        m_order.resize(k);
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](std::size_t a, std::size_t b) { return m_values[a] > m_values[b]; });
    }
    double value(std::size_t i) const { return m_values[m_order[i]]; }
    double component(std::size_t row, std::size_t i) const { return m_v[m_order[i]][row]; }

private:
    static constexpr int kMostSteps = 60; ///< for one eigenvalue; three are usual

    /// Makes a column zero below the place beside the diagonal.
    void reflect(std::size_t column)
    {
        const std::size_t k = m_a.size(), from = column + 1;
        Vector mirror(k, 0.0), image(k, 0.0);
        double below = 0.0;
        for (std::size_t i = from; i < k; ++i) {
            mirror[i] = m_a[column][i];
            below += i > from ? mirror[i] * mirror[i] : 0.0;
        }
        if (below == 0.0)
            return;
        const double length = std::sqrt(below + mirror[from] * mirror[from]);
        mirror[from] += mirror[from] >= 0.0 ? length : -length;
        const double factor = 2.0 / (below + mirror[from] * mirror[from]);
        double along = 0.0;
        for (std::size_t i = column; i < k; ++i) {
            for (std::size_t j = from; j < k; ++j)
                image[i] += factor * m_a[i][j] * mirror[j];
            along += 0.5 * factor * mirror[i] * image[i];
        }
        for (std::size_t i = column; i < k; ++i)
            image[i] -= along * mirror[i];
        for (std::size_t i = column; i < k; ++i)
            for (std::size_t j = column; j < k; ++j)
                m_a[i][j] -= mirror[i] * image[j] + image[i] * mirror[j];
        // The rows of m_v are combined as the basis is.
        Vector share(k, 0.0);
        for (std::size_t i = from; i < k; ++i)
            addScaled(share, factor * mirror[i], m_v[i]);
        for (std::size_t i = from; i < k; ++i)
            addScaled(m_v[i], -mirror[i], share);
    }

    /// Where the matrix that begins at `first` falls apart.
    std::size_t endOfBlock(std::size_t first) const
    {
        std::size_t last = first;
        while (last + 1 < m_values.size() &&
               std::abs(m_beside[last]) > kRoundOff * (std::abs(m_values[last]) + std::abs(m_values[last + 1])))
            ++last;
        return last;
    }

    /// QL steps until `first` is an eigenvalue.
    void settle(std::size_t first)
    {
        for (int step = 0; step < kMostSteps; ++step) {
            const std::size_t last = endOfBlock(first);
            if (last == first)
                return;
            const double half = (m_values[first + 1] - m_values[first]) / (2.0 * m_beside[first]);
            const double root = std::sqrt(half * half + 1.0);
            double g = m_values[last] - m_values[first] + m_beside[first] / (half + (half >= 0.0 ? root : -root));
            double sine = 1.0, cosine = 1.0, moved = 0.0;
            bool isSplit = false;
            for (std::size_t i = last; i-- > first;) {
                const double f = sine * m_beside[i], b = cosine * m_beside[i];
                const double length = std::sqrt(f * f + g * g);
                m_beside[i + 1] = length;
                if (length == 0.0) {
                    m_values[i + 1] -= moved;
                    m_beside[last] = 0.0;
                    isSplit = true;
                    break;
                }
                sine = f / length;
                cosine = g / length;
                g = m_values[i + 1] - moved;
                const double r = (m_values[i] - g) * sine + 2.0 * cosine * b;
                moved = sine * r;
                m_values[i + 1] = g + moved;
                g = cosine * r - b;
                Vector &lower = m_v[i], &upper = m_v[i + 1];
                for (std::size_t j = 0; j < lower.size(); ++j) {
                    const double x = upper[j];
                    upper[j] = sine * lower[j] + cosine * x;
                    lower[j] = cosine * lower[j] - sine * x;
                }
            }
            if (isSplit)
                continue;
            m_values[first] -= moved;
            m_beside[first] = g;
            m_beside[last] = 0.0;
        }
    }

    std::vector<Vector> m_a;
    std::vector<Vector> m_v;   ///< by row, one vector each
    Vector m_values, m_beside; ///< the tridiagonal matrix: its diagonal, and beside it
    std::vector<std::size_t> m_order;
};

/// Tells how many steps are done of nobody knows how many: most networks take some dozens.
class StepMeter
{
public:
    explicit StepMeter(const RunContext& context) : m_context(context) {}
    /// Before a step; false where there is to be none.
    bool goOn()
    {
        m_steps += 1.0;
        if (const double share = m_steps / (m_steps + kUsualSteps); m_gate.opens(share))
            m_context.progress(share);
        return !cancelled();
    }
    bool cancelled() const { return m_context.cancelled(); }

private:
    const RunContext& m_context;
    ProgressGate m_gate;
    double m_steps = 0.0;
};

/// The basis, the matrix seen from it, and what is left over of the last product.
class Lanczos
{
public:
    /// `dimension` of the space searched: the length of the vectors, less what `multiply` takes out.
    Lanczos(const SymmetricOperator& multiply, Vector start, std::size_t dimension, StepMeter& meter)
        : m_multiply(multiply), m_meter(meter), m_dimension(dimension), m_rest(std::move(start))
    {
        m_restLength = std::sqrt(dot(m_rest, m_rest));
    }

    std::size_t size() const { return m_basis.size(); }

    /// Takes the rest in as a new basis vector, multiplies it, and takes out of the product what the basis holds.
    /// False where cancelled.
    bool step()
    {
        if (!m_meter.goOn())
            return false;
        Vector v = std::move(m_rest);
        scale(v, 1.0 / m_restLength);
        m_basis.push_back(std::move(v));
        const std::size_t j = m_basis.size() - 1;
        for (Vector& row : m_seen)
            row.push_back(0.0);
        m_seen.emplace_back(j + 1, 0.0);
        m_rest.assign(m_basis[j].size(), 0.0);
        m_multiply(m_basis[j], m_rest);
        m_imageLength = std::sqrt(dot(m_rest, m_rest));
        // Nearly all of it lies along the last two; taken out first, one pass over the others mostly does.
        for (std::size_t i = j + 1; i-- > (j > 0 ? j - 1 : 0);)
            takeOut(i);
        double before = std::sqrt(dot(m_rest, m_rest));
        for (int pass = 0; pass < 3; ++pass) {
            for (std::size_t i = j + 1; i-- > 0;) {
                takeOut(i);
                if (i % kPollEvery == kPollEvery - 1 && m_meter.cancelled())
                    return false;
            }
            m_restLength = std::sqrt(dot(m_rest, m_rest));
            if (m_restLength > 0.7 * before)
                break;
            before = m_restLength;
        }
        for (std::size_t i = 0; i < j; ++i)
            m_seen[j][i] = m_seen[i][j];
        return true;
    }

    /// Whether the basis spans a space that the matrix does not leave.
    bool isClosed() const { return m_restLength <= 1e-15 * m_imageLength || isFull(); }
    /// Whether there is nothing outside the basis.
    bool isFull() const { return m_basis.size() == m_dimension; }
    /// How far the product of a Ritz vector is from a multiple of it.
    double error(const SmallEigen& eigen, std::size_t i) const
    {
        return m_restLength * std::abs(eigen.component(m_basis.size() - 1, i));
    }

    SmallEigen ritz() const { return SmallEigen(m_seen); }

    Vector ritzVector(const SmallEigen& eigen, std::size_t i) const
    {
        Vector v(m_basis[0].size(), 0.0);
        for (std::size_t row = 0; row < m_basis.size(); ++row)
            addScaled(v, eigen.component(row, i), m_basis[row]);
        return v;
    }

    /// Goes on from the foremost Ritz vectors. False where cancelled.
    bool restart(const SmallEigen& eigen)
    {
        const std::size_t kept = std::min(kKept, m_basis.size() - 1);
        std::vector<Vector> basis;
        std::vector<Vector> seen(kept, Vector(kept, 0.0));
        for (std::size_t i = 0; i < kept; ++i) {
            if (m_meter.cancelled())
                return false;
            basis.push_back(ritzVector(eigen, i));
            seen[i][i] = eigen.value(i);
        }
        m_basis = std::move(basis);
        m_seen = std::move(seen);
        return true;
    }

private:
    /// Takes a basis vector out of the rest of the last one.
    void takeOut(std::size_t i)
    {
        const double along = dot(m_basis[i], m_rest);
        addScaled(m_rest, -along, m_basis[i]);
        m_seen[i][m_basis.size() - 1] += along;
    }

    const SymmetricOperator& m_multiply;
    StepMeter& m_meter;
    std::size_t m_dimension;
    std::vector<Vector> m_basis;
    std::vector<Vector> m_seen;
    Vector m_rest;
    double m_restLength = 0.0;
    double m_imageLength = 0.0;
};

tl::unexpected<Error> noConvergence() { return fail(ErrorCode::internal, {"eigenvector"}, "no convergence"); }

/// How far below the eigenvalue of `vector` the largest one of the vectors orthogonal to it is; what is below
/// `leastGap` is not told apart.
Result<double> gapBelow(const SymmetricOperator& multiply, double value, const Vector& vector, double leastGap,
                        StepMeter& meter)
{
    const auto takeOut = [&vector](Vector& v) { addScaled(v, -dot(vector, v), vector); };
    const SymmetricOperator rest = [&](const Vector& in, Vector& out) {
        multiply(in, out);
        takeOut(out);
    };
    // Drawn, so that no symmetry of the network hides a vector from the search.
    Random random(1);
    Vector start(vector.size());
    for (double& x : start)
        x = random.unit() - 0.5;
    takeOut(start);
    takeOut(start);
    Lanczos lanczos(rest, std::move(start), vector.size() - 1, meter);
    double steps = 0.0;
    for (int restarts = 0; restarts < kMaxRestarts;) {
        if (!lanczos.step())
            return fail(ErrorCode::cancelled);
        steps += 1.0;
        const bool closed = lanczos.isClosed();
        if (!closed && (lanczos.size() % kCheckEvery != 0 || steps < kLeastGapSteps))
            continue;
        const SmallEigen eigen = lanczos.ritz();
        const double gap = value - eigen.value(0);
        if (closed || gap <= leastGap || lanczos.error(eigen, 0) <= kGapError * gap)
            return gap;
        if (lanczos.size() >= kBasis) {
            if (!lanczos.restart(eigen))
                return fail(ErrorCode::cancelled);
            ++restarts;
        }
    }
    return noConvergence();
}

} // namespace

Result<LeadingPair> leadingEigenvector(const SymmetricOperator& multiply, std::vector<double> start,
                                       const RunContext& context)
{
    const std::size_t n = start.size();
    StepMeter meter(context);
    Lanczos lanczos(multiply, std::move(start), n, meter);
    double gap = std::numeric_limits<double>::infinity(); // as the second search has found it
    for (int restarts = 0; restarts < kMaxRestarts;) {
        if (!lanczos.step())
            return fail(ErrorCode::cancelled);
        const bool closed = lanczos.isClosed();
        if (!closed && lanczos.size() % kCheckEvery != 0)
            continue;
        const SmallEigen eigen = lanczos.ritz();
        const double value = eigen.value(0), error = lanczos.error(eigen, 0);
        const double seen = lanczos.size() > 1 ? value - eigen.value(1) : std::abs(value);
        const auto isGood = [&] {
            return closed || error <= kVectorError * std::min(seen, gap) || error <= kRoundOff * std::abs(value);
        };
        if (isGood()) {
            LeadingPair result{value, lanczos.ritzVector(eigen, 0), 0.0};
            scale(result.vector, 1.0 / std::sqrt(dot(result.vector, result.vector)));
            if (std::isinf(gap) && lanczos.isFull())
                gap = seen;
            else if (std::isinf(gap)) {
                const double leastGap = LeadingPair::kClearGap * value;
                WEAVEMAP_ASSIGN(gap, gapBelow(multiply, value, result.vector, leastGap, meter));
            }
            result.gap = std::min(seen, gap);
            if (!result.isUnique() || isGood())
                return result;
        }
        if (lanczos.size() >= kBasis) {
            if (!lanczos.restart(eigen))
                return fail(ErrorCode::cancelled);
            ++restarts;
        }
    }
    return noConvergence();
}

} // namespace weavemap::sna
