"""The river with a memory: an archive of reports and stories that grows, is searched, corrected and rebuilt."""
