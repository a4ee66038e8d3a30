// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/LeadingEigenvector.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/sna/Parallel.h"
#include "core/sna/Vectors.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kBasis = 32; ///< Lanczos vectors kept at most
constexpr std::size_t kKept = 10;  ///< Ritz vectors that survive a restart
constexpr std::size_t kCheckEvery = 8;
constexpr double kUsualSteps = 32.0;
constexpr int kMaxRestarts = 3000;
constexpr double kVectorError = 1e-11;
constexpr double kRoundOff = 2e-16;

/// Eigenvalues (descending) and vectors (columns, column-major) of a small symmetric matrix by cyclic Jacobi rotations.
struct SmallEigen
{
    explicit SmallEigen(std::vector<Vector> matrix) : m_a(std::move(matrix)), m_v(m_a.size(), Vector(m_a.size(), 0.0))
    {
        const std::size_t k = m_a.size();
        for (std::size_t i = 0; i < k; ++i)
            m_v[i][i] = 1.0;
        for (int sweep = 0; sweep < 60 && !isDiagonal(); ++sweep)
            for (std::size_t p = 0; p + 1 < k; ++p)
                for (std::size_t q = p + 1; q < k; ++q)
                    rotate(p, q);
        order.resize(k);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return m_a[a][a] > m_a[b][b]; });
    }
    double value(std::size_t i) const { return m_a[order[i]][order[i]]; }
    double component(std::size_t row, std::size_t i) const { return m_v[row][order[i]]; }

    std::vector<std::size_t> order;

private:
    bool isDiagonal() const
    {
        double off = 0.0, all = 0.0;
        for (std::size_t i = 0; i < m_a.size(); ++i) {
            for (std::size_t j = 0; j < m_a.size(); ++j) {
                all += m_a[i][j] * m_a[i][j];
                off += i == j ? 0.0 : m_a[i][j] * m_a[i][j];
            }
        }
        return off <= 1e-34 * all;
    }
    void rotate(std::size_t p, std::size_t q)
    {
        if (m_a[p][q] == 0.0)
            return;
        const double theta = (m_a[q][q] - m_a[p][p]) / (2.0 * m_a[p][q]);
        const double t = (theta >= 0.0 ? 1.0 : -1.0) / (std::abs(theta) + std::sqrt(theta * theta + 1.0));
        const double c = 1.0 / std::sqrt(t * t + 1.0);
        const double s = t * c;
        for (std::size_t i = 0; i < m_a.size(); ++i) {
            const double ip = m_a[i][p], iq = m_a[i][q];
            m_a[i][p] = c * ip - s * iq;
            m_a[i][q] = s * ip + c * iq;
        }
        for (std::size_t i = 0; i < m_a.size(); ++i) {
            const double pi = m_a[p][i], qi = m_a[q][i];
            m_a[p][i] = c * pi - s * qi;
            m_a[q][i] = s * pi + c * qi;
            const double vp = m_v[i][p], vq = m_v[i][q];
            m_v[i][p] = c * vp - s * vq;
            m_v[i][q] = s * vp + c * vq;
        }
    }

    std::vector<Vector> m_a;
    std::vector<Vector> m_v;
};

/// The basis, the matrix seen from it, and what is left over of the last product.
class Lanczos
{
public:
    Lanczos(const SymmetricOperator& multiply, Vector start) : m_multiply(multiply), m_rest(std::move(start))
    {
        m_restLength = std::sqrt(dot(m_rest, m_rest));
    }

    std::size_t size() const { return m_basis.size(); }
    double restLength() const { return m_restLength; }

    /// Takes the rest in as a new basis vector, multiplies it, and takes out of the product what the basis holds.
    void step()
    {
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
        double before = m_imageLength;
        for (int pass = 0; pass < 3; ++pass) {
            for (std::size_t i = j + 1; i-- > 0;) {
                const double h = dot(m_basis[i], m_rest);
                addScaled(m_rest, -h, m_basis[i]);
                m_seen[i][j] += h;
            }
            m_restLength = std::sqrt(dot(m_rest, m_rest));
            if (m_restLength > 0.7 * before)
                break;
            before = m_restLength;
        }
        for (std::size_t i = 0; i < j; ++i)
            m_seen[j][i] = m_seen[i][j];
    }

    /// Whether the basis spans a space that the matrix does not leave.
    bool isClosed() const { return m_restLength <= 1e-15 * m_imageLength || m_basis.size() == m_basis[0].size(); }

    SmallEigen ritz() const { return SmallEigen(m_seen); }

    Vector ritzVector(const SmallEigen& eigen, std::size_t i) const
    {
        Vector v(m_basis[0].size(), 0.0);
        for (std::size_t row = 0; row < m_basis.size(); ++row)
            addScaled(v, eigen.component(row, i), m_basis[row]);
        return v;
    }

    void restart(const SmallEigen& eigen)
    {
        const std::size_t kept = std::min(kKept, m_basis.size() - 1);
        std::vector<Vector> basis;
        std::vector<Vector> seen(kept, Vector(kept, 0.0));
        for (std::size_t i = 0; i < kept; ++i) {
            basis.push_back(ritzVector(eigen, i));
            seen[i][i] = eigen.value(i);
        }
        m_basis = std::move(basis);
        m_seen = std::move(seen);
    }

private:
    const SymmetricOperator& m_multiply;
    std::vector<Vector> m_basis;
    std::vector<Vector> m_seen;
    Vector m_rest;
    double m_restLength = 0.0;
    double m_imageLength = 0.0;
};

} // namespace

Result<LeadingPair> leadingEigenvector(const SymmetricOperator& multiply, std::vector<double> start,
                                       const RunContext& context)
{
    Lanczos lanczos(multiply, std::move(start));
    ProgressGate gate;
    double steps = 0.0;
    for (int restarts = 0; restarts < kMaxRestarts;) {
        if (context.cancelled())
            return fail(ErrorCode::cancelled);
        lanczos.step();
        // How many steps it takes shows at the end alone; most networks take some dozens.
        steps += 1.0;
        if (const double share = steps / (steps + kUsualSteps); gate.opens(share))
            context.progress(share);
        const bool closed = lanczos.isClosed();
        if (!closed && lanczos.size() % kCheckEvery != 0)
            continue;
        const SmallEigen eigen = lanczos.ritz();
        const double value = eigen.value(0);
        const double error = lanczos.restLength() * std::abs(eigen.component(lanczos.size() - 1, 0));
        const double gap = lanczos.size() > 1 ? value - eigen.value(1) : std::abs(value);
        if (closed || error <= kVectorError * gap || error <= kRoundOff * std::abs(value)) {
            LeadingPair result{value, lanczos.ritzVector(eigen, 0)};
            scale(result.vector, 1.0 / std::sqrt(dot(result.vector, result.vector)));
            return result;
        }
        if (lanczos.size() >= kBasis) {
            lanczos.restart(eigen);
            ++restarts;
        }
    }
    return fail(ErrorCode::internal, {"eigenvector"}, "no convergence");
}

} // namespace weavemap::sna
