"""What is remembered on this computer: language and colours of the window."""

from __future__ import annotations

from desktop.qtkit.wording import LANGUAGES, current, tr
from desktop.ui.context import AppContext
from desktop.ui.imports.watch_row import WatchRow
from desktop.ui.settings.section import Section
from desktop.ui.widgets import FormRow, SegmentedControl


class ComputerSection(Section):
    """Changes are seen at once."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("This computer"), tr("How the window looks here; not in the file."))
        self.language = SegmentedControl(
            list(LANGUAGES.items()), current().language, name=tr("Language of the window")
        )
        self.language.chosen.connect(context.set_language)
        themes = [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))]
        self.theme = SegmentedControl(themes, context.preferences.theme, name=tr("Appearance"))
        self.theme.chosen.connect(context.set_theme)
        self.add(FormRow(tr("Language of the window"), self.language))
        self.add(FormRow(tr("Appearance"), self.theme))
        self.watch = WatchRow(context)
        self.add(FormRow(tr("New exports"), self.watch))
