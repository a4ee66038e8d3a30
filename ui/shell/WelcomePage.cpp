// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WelcomePage.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/AppMark.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kMostRecent = 5;
constexpr int kMostNameWidth = 400;
} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent), m_recent(new QVBoxLayout),
      m_recentHead(new TextLabel(tr("Opened lately"), TextStyle::caption, ColorRole::muted)),
      m_trouble(new TextLabel({}, TextStyle::base, ColorRole::danger, TextLabel::Lines::many)),
      m_sample(new Button(tr("Open the sample network"), Button::Kind::primary)),
      m_open(new LinkLabel(tr("Open a network on this computer"))), m_first(m_sample)
{
    setObjectName(QStringLiteral("welcome"));
    auto* mark = new AppMark(48);
    auto* title = new TextLabel(tr("Whose network is it?"), TextStyle::page);
    auto* sentence = new TextLabel(tr("Start from people you know. Nothing leaves this computer."), TextStyle::base,
                                   ColorRole::muted);
    m_sample->setObjectName(QStringLiteral("welcomeSample"));
    auto* sheet = new Button(tr("Start from a spreadsheet"));
    sheet->setObjectName(QStringLiteral("welcomeSpreadsheet"));
    auto* empty = new Button(tr("Start empty"));
    empty->setObjectName(QStringLiteral("welcomeEmpty"));
    m_open->setObjectName(QStringLiteral("welcomeOpen"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addStretch();
    auto* hint = new TextLabel(tr("A list saved as CSV from Excel or any spreadsheet"), TextStyle::caption,
                               ColorRole::muted, TextLabel::Lines::many);
    hint->setObjectName(QStringLiteral("welcomeHint"));
    hint->setAlignment(Qt::AlignHCenter);
    hint->setFixedWidth(sheet->sizeHint().width());
    auto* fromSheet = new QVBoxLayout;
    fromSheet->setSpacing(space::k4);
    fromSheet->addWidget(sheet);
    fromSheet->addWidget(hint);
    buttons->addWidget(m_sample, 0, Qt::AlignTop);
    buttons->addLayout(fromSheet);
    buttons->addWidget(empty, 0, Qt::AlignTop);
    buttons->addStretch();

    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(mark, 0, Qt::AlignHCenter);
    column->addSpacing(space::k16);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addSpacing(space::k4);
    column->addWidget(sentence, 0, Qt::AlignHCenter);
    column->addSpacing(space::k24);
    column->addWidget(m_recentHead, 0, Qt::AlignHCenter);
    m_recent->setSpacing(space::k4);
    column->addLayout(m_recent);
    column->addLayout(buttons);
    column->addSpacing(space::k16);
    column->addWidget(m_open, 0, Qt::AlignHCenter);
    column->addSpacing(space::k16);
    m_trouble->setObjectName(QStringLiteral("welcomeTrouble"));
    m_trouble->setAlignment(Qt::AlignHCenter);
    m_trouble->setFixedWidth(560);
    m_trouble->hide();
    // In a row of its own: a wrapping label aligned in the column gets the height of one line too few.
    auto* troubleRow = new QHBoxLayout;
    troubleRow->addStretch();
    troubleRow->addWidget(m_trouble);
    troubleRow->addStretch();
    column->addLayout(troubleRow);
    column->addStretch(3);

    connect(m_sample, &Button::clicked, this, &WelcomePage::sampleRequested);
    connect(sheet, &Button::clicked, this, &WelcomePage::spreadsheetRequested);
    connect(empty, &Button::clicked, this, &WelcomePage::emptyRequested);
    connect(m_open, &LinkLabel::clicked, this, &WelcomePage::openRequested);
    setRecent({});
}

void WelcomePage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentHead->setVisible(!paths.isEmpty());
    m_sample->setKind(paths.isEmpty() ? Button::Kind::primary : Button::Kind::normal);
    // Whoever has a network of their own does not come into the sample by one Enter, gone or not.
    m_first = paths.isEmpty() ? static_cast<QWidget*>(m_sample) : m_open;
    QList<QWidget*> order;
    if (!paths.isEmpty())
        m_recent->addSpacing(space::k4);
    for (const QString& path : paths.mid(0, kMostRecent)) {
        const QFileInfo info(path);
        const QString name = QFontMetrics(ui::font(TextStyle::control))
                                 .elidedText(info.completeBaseName(), Qt::ElideMiddle, kMostNameWidth);
        QAbstractButton* entry = nullptr;
        if (info.exists() && m_first == m_open) {
            entry = new Button(tr("Open %1").arg(QString(name).replace(QLatin1Char('&'), QLatin1String("&&"))),
                               Button::Kind::primary);
            entry->setObjectName(QStringLiteral("welcomeLast"));
            m_first = entry;
        } else {
            entry = new LinkLabel(name);
            entry->setObjectName(QStringLiteral("recentFile"));
        }
        entry->setToolTip(info.exists() ? path : tr("%1 is no longer there.").arg(path));
        entry->setEnabled(info.exists());
        connect(entry, &QAbstractButton::clicked, this, [this, path] { Q_EMIT recentRequested(path); });
        m_recent->addWidget(entry, 0, Qt::AlignHCenter);
        order.append(entry);
    }
    if (!paths.isEmpty())
        m_recent->addSpacing(space::k24);
    // Tab goes down the page.
    for (const char* name : {"welcomeSample", "welcomeSpreadsheet", "welcomeEmpty", "welcomeOpen"})
        order.append(findChild<QWidget*>(QString::fromLatin1(name)));
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void WelcomePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_first->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::setTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

} // namespace weavemap::ui
