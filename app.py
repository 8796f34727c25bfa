"""The dashboard: `streamlit run app.py`."""

from timeline.page.main import run

run()
